/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.eclipse.osgi.launch.EquinoxFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

class MetatypeTrackerTest {

    private static final long SECONDS = 20;

    @TempDir
    Path directory;

    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Framework framework;
    private Bundle bundle;
    private MetatypeTracker tracker;

    @BeforeEach
    void start() throws Exception {
        framework = new EquinoxFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        directory.resolve("storage").toString()));
        framework.start();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        manifest.getMainAttributes().putValue(Constants.BUNDLE_SYMBOLICNAME, "part");
        Path jar = directory.resolve("part.jar");
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
        bundle = framework.getBundleContext().installBundle(jar.toUri().toString());
        tracker = new MetatypeTracker(framework.getBundleContext(), asked -> null, new Latches());
        tracker.open();
    }

    @AfterEach
    void stop() throws Exception {
        tracker.close();
        framework.stop();
        framework.waitForStop(TimeUnit.SECONDS.toMillis(SECONDS));
    }

    private final class Latches implements MetatypeTracker.Listener {

        @Override
        public void started(Bundle which, List<MetatypeFile> files) {
            if (which.equals(bundle)) {
                started.countDown();
            }
        }

        @Override
        public void stopped(Bundle which) {
            if (which.equals(bundle)) {
                stopped.countDown();
            }
        }
    }

    @Test
    void aBundleIsToldWhenItIsActiveAndWhenItStops() throws Exception {
        assertThat(framework.adapt(FrameworkWiring.class).resolveBundles(List.of(bundle)))
                .isTrue();
        assertThat(started.getCount()).isEqualTo(1);

        bundle.start();
        assertThat(started.await(SECONDS, TimeUnit.SECONDS)).isTrue();

        bundle.stop();

        assertThat(stopped.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    }
}
