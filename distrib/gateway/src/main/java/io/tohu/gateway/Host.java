/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/** The OSGi framework of one gateway process, with what Kura's config.ini sets. */
final class Host {

    /** Kura's {@code osgi.startLevel} and {@code osgi.bundles.defaultStartLevel}: packages start after the platform. */
    private static final int BEGINNING = 6;

    private static final int DEFAULT_BUNDLE_LEVEL = 5;

    private final Platform platform;
    private final Framework framework;

    Host(Platform platform, KuraDirectories directories) throws IOException {
        this.platform = platform;
        LogSettings.publish();
        Directories.delete(directories.frameworkStorage());
        Map<String, String> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, directories.frameworkStorage().toString());
        settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        settings.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, Integer.toString(BEGINNING));
        settings.put("osgi.clean", "true");
        settings.put("ds.lock.timeout.milliseconds", "60000");
        framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow(() -> new IOException("no OSGi framework in platform/00"))
                .newFramework(settings);
    }

    void start() throws BundleException {
        long begin = System.nanoTime();
        framework.init();
        BundleContext context = framework.getBundleContext();
        new FrameworkLog(framework).open();
        framework.adapt(FrameworkStartLevel.class).setInitialBundleStartLevel(DEFAULT_BUNDLE_LEVEL);
        List<Bundle> installed = install(context);
        framework.start();
        requireStarted(installed);
        Console.info("gateway started in " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) + " ms, "
                + framework.getSymbolicName() + " " + framework.getVersion() + ", " + installed.size()
                + " platform bundles");
    }

    private List<Bundle> install(BundleContext context) throws BundleException {
        List<Bundle> installed = new ArrayList<>();
        for (Map.Entry<Integer, List<Path>> level : platform.bundles().entrySet()) {
            for (Path jar : level.getValue()) {
                Bundle bundle = context.installBundle("reference:" + jar.toUri());
                bundle.adapt(BundleStartLevel.class).setStartLevel(level.getKey());
                installed.add(bundle);
            }
        }
        for (Bundle bundle : installed) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                bundle.start();
            }
        }
        return installed;
    }

    private static void requireStarted(List<Bundle> bundles) throws BundleException {
        List<String> missing = bundles.stream()
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion())
                .toList();
        if (!missing.isEmpty()) {
            throw new BundleException("platform bundles did not start: " + String.join(", ", missing));
        }
    }

    /** What bundles see; null before the start. */
    BundleContext context() {
        return framework.getBundleContext();
    }

    void awaitStop() throws InterruptedException {
        FrameworkEvent event;
        do {
            event = framework.waitForStop(0);
        } while (event.getType() == FrameworkEvent.STOPPED_UPDATE
                || event.getType() == FrameworkEvent.STOPPED_SYSTEM_REFRESHED);
    }
}
