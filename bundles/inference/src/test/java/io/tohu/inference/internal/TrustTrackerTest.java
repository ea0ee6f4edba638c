/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.inference.ModelStatus;
import io.tohu.inference.ModelStatus.State;
import io.tohu.trust.OriginVerifier;
import io.tohu.trust.TrustState;
import io.tohu.trust.Verdict;
import io.tohu.trust.Verdict.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** The first gate: who signed a model bundle. */
class TrustTrackerTest {

    @TempDir
    Path folder;

    private final ModelCatalog catalog = new ModelCatalog(TestModels.loader());
    private volatile Verdict verdict = Verdict.withoutSigner(Outcome.REFUSED, "nobody signed it: have it signed");
    private Framework framework;
    private ModelBundles bundles;
    private TrustTracker trust;

    @BeforeEach
    void start() throws Exception {
        framework = ServiceLoader.load(FrameworkFactory.class)
                .iterator()
                .next()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", folder.resolve("storage").toString()));
        framework.start();
        trust = new TrustTracker(framework.getBundleContext(), catalog);
        trust.open();
        bundles = new ModelBundles(framework.getBundleContext(), catalog);
        bundles.open();
    }

    @AfterEach
    void stop() throws Exception {
        bundles.close();
        trust.close();
        catalog.close();
        framework.stop();
        framework.waitForStop(TimeUnit.SECONDS.toMillis(10));
    }

    private ServiceRegistration<?> verifier(long generation) {
        OriginVerifier verifier = new OriginVerifier() {
            @Override
            public Verdict verify(Bundle bundle) {
                return verdict;
            }

            @Override
            public Verdict verifyJar(Path jar) {
                return verdict;
            }

            @Override
            public Verdict verifyPackage(Path dp) {
                return verdict;
            }

            @Override
            public TrustState state() {
                return new TrustState(generation, "trust", 1, 0, false, "");
            }
        };
        return framework
                .getBundleContext()
                .registerService(OriginVerifier.class.getName(), verifier, generation(generation));
    }

    private static Dictionary<String, Object> generation(long generation) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(OriginVerifier.GENERATION, generation);
        return properties;
    }

    private void install() throws Exception {
        Path jar = folder.resolve("machine.jar");
        TestModels.write(jar, "machine", "1.0.0", TestModels.machine("1.0.0"));
        framework
                .getBundleContext()
                .installBundle("osgi-dp:machine", Files.newInputStream(jar))
                .start();
    }

    private List<State> states() {
        return catalog.models().stream().map(ModelStatus::state).toList();
    }

    @Test
    void aBundleOfUnknownOriginIsRefusedInTheVerifiersWordsBeforeItIsRead() throws Exception {
        verifier(1);
        install();

        assertThat(states()).containsExactly(State.REFUSED);
        assertThat(catalog.models().get(0).reason()).isEqualTo("nobody signed it: have it signed");
    }

    @Test
    void whatWasRefusedIsTakenUpWhenItsSignerComesToBeTrusted() throws Exception {
        ServiceRegistration<?> registration = verifier(1);
        install();
        verdict = new Verdict(Outcome.ACCEPTED, "CN=maker", "ab", "signed by CN=maker");

        registration.setProperties(generation(2));

        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!states().equals(List.of(State.ACTIVE))) {
            assertThat(System.nanoTime()).as("deadline, %s", catalog.models()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void withoutAVerifierTheOtherGatesDecide() throws Exception {
        install();

        assertThat(states()).containsExactly(State.ACTIVE);
    }
}
