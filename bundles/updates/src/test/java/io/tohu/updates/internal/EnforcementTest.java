/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.updates.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tohu.trust.OriginVerifier;
import io.tohu.trust.TrustState;
import io.tohu.trust.Verdict;
import io.tohu.trust.Verdict.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;

/** In a real framework, with a verifier that trusts versions named to it. */
class EnforcementTest {

    private static final long DEADLINE_NANOS = 10_000_000_000L;

    @TempDir
    private Path folder;

    private final Set<String> trusted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger questions = new AtomicInteger();
    private OriginVerifier verifier = new NamedVersions();
    private Framework framework;
    private Enforcement enforcement;

    private final class NamedVersions implements OriginVerifier {
        @Override
        public Verdict verify(Bundle bundle) {
            questions.incrementAndGet();
            return trusted.contains(GatewayBundles.shown(bundle))
                    ? Verdict.withoutSigner(Outcome.ACCEPTED, "known")
                    : Verdict.withoutSigner(Outcome.REFUSED, "nobody knows it");
        }

        @Override
        public Verdict verifyJar(Path jar) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Verdict verifyPackage(Path dp) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TrustState state() {
            return new TrustState(1, "test", 1, 0, false, "");
        }
    }

    @BeforeEach
    void start() throws BundleException {
        framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", folder.resolve("storage").toString()));
        framework.start();
        enforcement = new Enforcement(framework.getBundleContext(), () -> verifier, Set.of());
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
    }

    private static InputStream jar(String name, String version, String... headers) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.putValue("Manifest-Version", "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", version);
        for (int i = 0; i < headers.length; i += 2) {
            main.putValue(headers[i], headers[i + 1]);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
            out.putNextEntry(new ZipEntry("p/content.txt"));
            out.closeEntry();
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    /** As DeploymentAdmin installs. */
    private Bundle install(String name, String... headers) throws BundleException, IOException {
        return framework.getBundleContext().installBundle("osgi-dp:" + name, jar(name, "1.0.0", headers));
    }

    private static void await(Bundle bundle, int state) throws InterruptedException {
        long end = System.nanoTime() + DEADLINE_NANOS;
        while (bundle.getState() != state && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(bundle.getState()).isEqualTo(state);
    }

    @Test
    void aTrustedBundleStartsInTheThreadThatInstalledIt() throws Exception {
        enforcement.begin();
        trusted.add("good 1.0.0");
        Bundle good = install("good");

        good.start();

        assertThat(good.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void aRefusedBundleNeitherStartsNorResolvesNorOffersItsPackages() throws Exception {
        enforcement.begin();
        trusted.add("user 1.0.0");
        Bundle bad = install("bad", "Export-Package", "p");
        Bundle user = install("user", "Import-Package", "p");

        assertThatThrownBy(bad::start).isInstanceOf(BundleException.class);
        assertThatThrownBy(user::start).isInstanceOf(BundleException.class);
        assertThat(framework.adapt(FrameworkWiring.class).resolveBundles(Set.of(bad)))
                .isFalse();
        assertThat(bad.getState()).isEqualTo(Bundle.INSTALLED);
        assertThatThrownBy(() -> bad.loadClass("p.Any")).isInstanceOf(ClassNotFoundException.class);
        assertThat(bad.getState()).isEqualTo(Bundle.INSTALLED);
    }

    @Test
    void aBundleThatBecomesTrustedStartsIfItWasMeantTo() throws Exception {
        enforcement.begin();
        Bundle late = install("late");
        Bundle idle = install("idle");
        assertThatThrownBy(late::start).isInstanceOf(BundleException.class);
        trusted.add("late 1.0.0");
        trusted.add("idle 1.0.0");

        enforcement.judgeAll();

        assertThat(late.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(idle.getState()).isEqualTo(Bundle.RESOLVED);
    }

    @Test
    void whatRanBeforeIsStoppedAndUnresolvedUnlessItIsTrusted() throws Exception {
        trusted.add("good 1.0.0");
        Bundle good = install("good");
        Bundle bad = install("bad");
        good.start();
        bad.start();
        enforcement.begin();

        enforcement.sweep();

        await(bad, Bundle.INSTALLED);
        assertThat(good.getState()).isEqualTo(Bundle.ACTIVE);
        trusted.add("bad 1.0.0");
        enforcement.judgeAll();
        await(bad, Bundle.ACTIVE);
    }

    @Test
    void aFragmentOfUnknownOriginLeavesItsHost() throws Exception {
        trusted.add("host 1.0.0");
        Bundle host = install("host");
        Bundle fragment = install("fragment", "Fragment-Host", "host");
        host.start();
        assertThat(fragment.getState()).isEqualTo(Bundle.RESOLVED);
        enforcement.begin();

        enforcement.sweep();

        await(fragment, Bundle.INSTALLED);
        await(host, Bundle.ACTIVE);
    }

    @Test
    void anUpdateOfATrustedBundleIsJudgedAnew() throws Exception {
        enforcement.begin();
        trusted.add("app 1.0.0");
        Bundle app = install("app");
        app.start();

        app.update(jar("app", "2.0.0"));

        assertThat(app.getState()).isEqualTo(Bundle.INSTALLED);
        app.update(jar("app", "1.0.0"));
        app.start();
        assertThat(app.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void theGatewaysOwnBundlesAreNotAskedFor() throws Exception {
        enforcement.begin();
        Path own = Files.write(folder.resolve("own.jar"), jar("own", "1.0.0").readAllBytes());
        Bundle bundle = framework.getBundleContext().installBundle("reference:" + own.toUri());

        bundle.start();

        assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(questions).hasValue(0);
    }

    @Test
    void withoutAVerifierNothingForeignResolves() throws Exception {
        verifier = null;
        enforcement.begin();
        Bundle any = install("any");
        assertThatThrownBy(any::start).isInstanceOf(BundleException.class);
        trusted.add("any 1.0.0");
        verifier = new NamedVersions();

        enforcement.judgeAll();

        assertThat(any.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void whoJudgesIsNeverHeldBackOrStoppedOrItWouldStopItselfForEver() throws Exception {
        Bundle judge = install("judge");
        enforcement = new Enforcement(framework.getBundleContext(), () -> verifier, Set.of(judge));
        judge.start();
        enforcement.begin();

        enforcement.sweep();
        judge.update(jar("judge", "2.0.0"));

        assertThat(judge.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void switchedOffItStartsWhatItHeldBack() throws Exception {
        enforcement.begin();
        Bundle bad = install("bad");
        assertThatThrownBy(bad::start).isInstanceOf(BundleException.class);

        enforcement.end();
        enforcement.startHeldBack();

        assertThat(bad.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void aBundleThatIsRefusedAsksNothingOfTheVerifierWhenOthersResolve() throws Exception {
        enforcement.begin();
        trusted.add("good 1.0.0");
        install("bad");
        install("good").start();

        assertThat(questions).hasValue(2);
    }
}
