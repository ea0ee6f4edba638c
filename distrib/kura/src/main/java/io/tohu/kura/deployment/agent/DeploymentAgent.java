/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.deployment.agent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.system.SystemService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.deploymentadmin.DeploymentAdmin;
import org.osgi.service.deploymentadmin.DeploymentException;
import org.osgi.service.deploymentadmin.DeploymentPackage;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs at every boot what {@code dpa.properties} names, in an order that nobody may rely on, one after the other on
 * a thread of its own, and posts an event for each; a package that cannot be installed is said once and skipped.
 */
@Designate(ocd = DeploymentAgentConfig.class)
@Component(
        name = DeploymentAgent.PID,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {DeploymentAgent.class, ConfigurableComponent.class})
public final class DeploymentAgent implements ConfigurableComponent {

    static final String PID = "org.eclipse.kura.deployment.agent";
    static final String INSTALLED = "org/eclipse/kura/deployment/agent/INSTALLED";

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentAgent.class);
    private static final long STOP_SECONDS = 1;

    private final EventAdmin events;
    private final PackageInstaller installer;
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "DeploymentAgent"));

    @Activate
    public DeploymentAgent(
            @Reference DeploymentAdmin admin, @Reference EventAdmin events, @Reference SystemService system)
            throws IOException {
        this(PackageInstaller.of(admin, system), events);
    }

    DeploymentAgent(PackageInstaller installer, EventAdmin events) {
        this.events = events;
        this.installer = installer;
        replay(installer.installed());
    }

    private void replay(InstalledPackages installed) {
        List<String> urls = new ArrayList<>();
        try {
            Properties packages = installed.all();
            packages.stringPropertyNames().forEach(name -> urls.add(packages.getProperty(name)));
        } catch (IOException e) {
            LOG.error("No packages are installed: {}", e.getMessage());
        }
        Collections.shuffle(urls);
        urls.forEach(url -> executor.execute(() -> install(url)));
        executor.execute(DeploymentAgent::sayWhenAllIsIn);
    }

    /** Not of Kura: what waits for a gateway in a process of its own may go on. Bundles start until the framework has. */
    private static void sayWhenAllIsIn() {
        Bundle own = FrameworkUtil.getBundle(DeploymentAgent.class);
        if (own == null) {
            return;
        }
        BundleContext context = own.getBundleContext();
        AtomicBoolean said = new AtomicBoolean();
        FrameworkListener listener = event -> {
            boolean started = event == null || event.getType() == FrameworkEvent.STARTED;
            if (started && said.compareAndSet(false, true)) {
                LOG.info("All packages of this boot are in");
            }
        };
        context.addFrameworkListener(listener);
        if (context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.ACTIVE) {
            listener.frameworkEvent(null);
        }
    }

    /** Nothing to take over; without this a changed property would install everything again. */
    @Modified
    void updated() {
        LOG.debug("updated");
    }

    @Deactivate
    void deactivate() throws InterruptedException {
        executor.shutdownNow();
        executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }

    private void install(String url) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("deploymentpackage.name", "UNKNOWN");
        properties.put("deploymentpackage.version", "UNKNOWN");
        properties.put("deploymentpackage.url", url);
        try {
            DeploymentPackage installed = installer.install(url);
            properties.put("deploymentpackage.name", installed.getName());
            properties.put("deploymentpackage.version", installed.getVersion().toString());
            LOG.info("Installed package {} {}", installed.getName(), installed.getVersion());
            post(properties, null);
        } catch (IOException | DeploymentException | RuntimeException e) {
            LOG.error("The package {} is not installed: {}", url, describe(e));
            post(properties, e);
        }
    }

    private void post(Map<String, Object> properties, Exception failure) {
        properties.put("successful", failure == null);
        properties.put("exception", failure);
        events.postEvent(new Event(INSTALLED, properties));
    }

    private static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder(String.valueOf(failure.getMessage()));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            text.append(": ").append(cause.getMessage());
        }
        return text.toString();
    }
}
