/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.trust.Verdict.Outcome;
import io.tohu.trust.internal.TestPki.Party;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Bundles as a real framework holds them. */
class BundleOriginTest {

    private static final Party ROOT = TestPki.root("Root");
    private static final Party SIGNER = TestPki.signer(ROOT, "Signer");

    private final Origins verifier = new Gateway().trusting(ROOT.certificate()).verifier();

    @TempDir
    private Path folder;

    private Framework framework;

    @BeforeEach
    void start() throws BundleException {
        framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", folder.resolve("storage").toString()));
        framework.start();
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
    }

    private Bundle installed(Path jar) throws IOException, BundleException {
        try (InputStream in = Files.newInputStream(jar)) {
            return framework.getBundleContext().installBundle("osgi-dp:model", in);
        }
    }

    @Test
    void aSignedBundleIsAcceptedAndNotMadeToResolve() throws Exception {
        Bundle bundle = installed(Jars.signedBundle(folder, "model", SIGNER.key()));

        assertThat(verifier.verify(bundle).outcome())
                .as(verifier.verify(bundle).reason())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(bundle.getState()).isEqualTo(Bundle.INSTALLED);
    }

    @Test
    void aChangedOrUnsignedBundleIsRefused() throws Exception {
        Path changed = Jars.with(Jars.signedBundle(folder, "model", SIGNER.key()), Jars.CARD, Jars.text("{}"));
        Bundle bundle = installed(changed);

        assertThat(verifier.verify(bundle).reason()).contains("model/card.json was changed");
        try (InputStream in = Files.newInputStream(Jars.bundle(folder, "model"))) {
            bundle.update(in);
        }
        assertThat(verifier.verify(bundle).reason()).contains("not signed");
    }

    @Test
    void aBundleThatIsGoneIsRefusedWithoutAnException() throws Exception {
        Bundle bundle = installed(Jars.signedBundle(folder, "model", SIGNER.key()));
        bundle.uninstall();

        assertThat(verifier.verify(bundle).allowed()).isFalse();
    }
}
