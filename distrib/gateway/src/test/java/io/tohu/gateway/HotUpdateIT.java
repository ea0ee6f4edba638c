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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.AllServiceListener;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Packages that change while the gateway runs, seen through the services that bundles see. */
class HotUpdateIT {

    private static final String COMPONENT = "org.eclipse.kura.configuration.ConfigurableComponent";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private BundleContext context;

    @BeforeEach
    void start() throws Exception {
        KuraDirectories directories = KuraDirectories.under(directory.resolve("data"));
        directories.create();
        Path home = Path.of("target/gateway-5.6");
        directories.publish(home);
        Host host = new Host(Platform.read(home), directories);
        host.start();
        context = host.context();
    }

    @AfterEach
    void stop() throws Exception {
        Framework framework = context.getBundle(0).adapt(Framework.class);
        framework.stop();
        framework.waitForStop(PATIENCE.toMillis());
    }

    /** The interface's method: implementations need not be public. */
    private Object call(String service, String method, Object... arguments) throws Exception {
        // All: the framework's own bundle sees this test's class path, whose interfaces are others than the bundles'.
        ServiceReference<?> reference = context.getAllServiceReferences(service, null)[0];
        Object target = context.getService(reference);
        Class<?> type = reference.getBundle().loadClass(service);
        Method found = Arrays.stream(type.getMethods())
                .filter(each -> each.getName().equals(method) && each.getParameterCount() == arguments.length)
                .filter(each -> each.getParameterTypes().length == 0
                        || arguments[0] == null
                        || each.getParameterTypes()[0].isInstance(arguments[0]))
                .findFirst()
                .orElseThrow();
        return found.invoke(target, arguments);
    }

    private Object configuration(String method, Object... arguments) throws Exception {
        return call("org.eclipse.kura.configuration.ConfigurationService", method, arguments);
    }

    private Object install(String version) throws Exception {
        Path file = directory.resolve(version + ".dp");
        TestPackage.write(file, version);
        try (InputStream in = Files.newInputStream(file)) {
            return call("org.osgi.service.deploymentadmin.DeploymentAdmin", "installDeploymentPackage", in);
        }
    }

    private void awaitComponent(String filter) throws Exception {
        CountDownLatch there = new CountDownLatch(1);
        AllServiceListener listener = event -> there.countDown();
        context.addServiceListener(listener, "(&(objectClass=" + COMPONENT + ")" + filter + ")");
        try {
            if (component(filter) == null) {
                assertThat(there.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .as("a component with %s comes", filter)
                        .isTrue();
            }
        } finally {
            context.removeServiceListener(listener);
        }
    }

    private ServiceReference<?> component(String filter) throws Exception {
        ServiceReference<?>[] all = context.getAllServiceReferences(COMPONENT, filter);
        return all == null ? null : all[0];
    }

    @Test
    void anInstanceKeepsNameAndValuesOverAnUpgradeAndADowngradeOfItsPackage() throws Exception {
        install("1.0.0");
        configuration("createFactoryConfiguration", TestPackage.FACTORY, "one", Map.of("limit", 7), true);
        awaitComponent("(&(kura.service.pid=one)(limit=7))");

        for (String version : List.of("1.1.0", "1.0.0")) {
            install(version);

            awaitComponent("(&(kura.service.pid=one)(limit=7))");
            assertThat(component("(kura.service.pid=one)").getBundle().getVersion())
                    .hasToString(version);
        }
    }

    @Test
    void aPackageThatIsUninstalledTakesItsFactoryAndLeavesTheConfigurationForTheNextOne() throws Exception {
        Object installed = install("1.0.0");
        configuration("createFactoryConfiguration", TestPackage.FACTORY, "one", Map.of("limit", 7), true);
        awaitComponent("(kura.service.pid=one)");

        installed.getClass().getMethod("uninstall").invoke(installed);

        assertThat(configuration("getFactoryComponentPids").toString()).doesNotContain(TestPackage.FACTORY);
        assertThat(component("(kura.service.pid=one)")).isNull();
        install("1.1.0");
        awaitComponent("(&(kura.service.pid=one)(limit=7))");
    }

    @Test
    void aChangedValueReachesTheRunningComponentAndASnapshot() throws Exception {
        install("1.0.0");
        configuration("createFactoryConfiguration", TestPackage.FACTORY, "one", Map.of(), true);
        awaitComponent("(&(kura.service.pid=one)(limit=5))");

        configuration("updateConfiguration", "one", Map.of("limit", 8));

        awaitComponent("(&(kura.service.pid=one)(limit=8))");
        assertThat(configuration("getSnapshots").toString().split(",")).hasSize(2);
    }

    /** Seen on Kura 5.6: the one place where a bundle cannot get past whoever checks it. */
    @Test
    void aResolverHookKeepsTheBundleOfAPackageFromResolvingAndTheInstallationSucceedsAllTheSame() throws Exception {
        ServiceRegistration<ResolverHookFactory> hook =
                context.registerService(ResolverHookFactory.class, triggers -> new Refusing(), new Hashtable<>());

        install("1.0.0");

        Bundle bundle = context.getBundle("osgi-dp:" + TestPackage.NAME);
        assertThat(bundle.getState()).isEqualTo(Bundle.INSTALLED);
        assertThatExceptionOfType(BundleException.class).isThrownBy(bundle::start);
        hook.unregister();
        bundle.start();
        assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
    }

    /** Refuses the test's package. */
    private static final class Refusing implements ResolverHook {

        @Override
        public void filterResolvable(Collection<BundleRevision> candidates) {
            candidates.removeIf(each -> TestPackage.NAME.equals(each.getSymbolicName()));
        }

        @Override
        public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> candidates) {
            // Any may collide.
        }

        @Override
        public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
            // Any may match.
        }

        @Override
        public void end() {
            // Nothing was begun.
        }
    }
}
