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

import io.tohu.packaging.PackageSigner;
import io.tohu.trust.Verdict;
import io.tohu.trust.Verdict.Outcome;
import io.tohu.trust.internal.TestPki.Party;
import io.tohu.trust.internal.signature.PackageSignature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageOriginTest {

    private static final Party ROOT = TestPki.root("Root");
    private static final Party SIGNER = TestPki.signer(ROOT, "Signer");
    private static final String FIRST = "pkg.a_1.0.0.jar";

    private final Origins verifier = new Gateway().trusting(ROOT.certificate()).verifier();

    @TempDir
    private Path folder;

    private Path signed() throws IOException {
        return Jars.signedDp(folder, "pkg", SIGNER.key());
    }

    private String refusal(Path dp) {
        Verdict verdict = verifier.verifyPackage(dp);
        assertThat(verdict.outcome()).isEqualTo(Outcome.REFUSED);
        return verdict.reason();
    }

    @Test
    void whatTheSignerWritesTheVerifierReads() throws IOException {
        Verdict verdict = verifier.verifyPackage(signed());

        assertThat(PackageSigner.HEADER).isEqualTo(PackageSignature.HEADER);
        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.ACCEPTED);
        assertThat(verdict.signer()).isEqualTo("O=Test,CN=Signer");
    }

    @Test
    void eachBundleOfASignedPackageProvesItsOriginAlone() throws IOException {
        Path bundle = folder.resolve("alone.jar");
        Files.write(bundle, Jars.read(signed()).get(FIRST));

        assertThat(verifier.verifyJar(bundle).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void signingAgainReplacesTheSignature() throws IOException {
        Party other = TestPki.signer(ROOT, "Other");
        Path dp = signed();
        PackageSigner.sign(dp, dp, other.key());

        assertThat(verifier.verifyPackage(dp).signer()).isEqualTo("O=Test,CN=Other");
    }

    @Test
    void anUnsignedPackageIsRefusedUnlessTheOperatorAllowsIt() throws IOException {
        Path unsigned = Jars.dp(folder, "pkg");

        assertThat(refusal(unsigned)).contains("not signed");
        assertThat(new Gateway()
                        .unsignedAllowed()
                        .verifier()
                        .verifyPackage(unsigned)
                        .outcome())
                .isEqualTo(Outcome.UNSIGNED_ALLOWED);
    }

    @Test
    void aSignatureTakenAwayIsNoticedEvenWhereUnsignedIsAllowed() throws IOException {
        Path dp = signed();
        String manifest = manifest(dp).replaceAll("Tohu-Signature: [^\r]*\r\n( [^\r]*\r\n)*", "");
        Path stripped = Jars.with(dp, Jars.MANIFEST, Jars.text(manifest));

        assertThat(manifest).doesNotContain("Tohu-Signature").contains("SHA-256-Digest");
        assertThat(new Gateway()
                        .unsignedAllowed()
                        .verifier()
                        .verifyPackage(stripped)
                        .reason())
                .contains("signature was taken away");
    }

    private static String manifest(Path dp) throws IOException {
        return new String(Jars.read(dp).get(Jars.MANIFEST), StandardCharsets.UTF_8);
    }

    @Test
    void aBundleExchangedForAnotherSignedOneIsRefused() throws IOException {
        byte[] other = Jars.read(Jars.signedDp(folder, "other", SIGNER.key())).get("other.a_1.0.0.jar");

        assertThat(refusal(Jars.with(signed(), FIRST, other))).contains(FIRST + " was changed after signing");
    }

    @Test
    void aPackageRenamedOrGivenAnotherVersionIsRefused() throws IOException {
        Path dp = signed();
        String renamed = manifest(dp).replace("DeploymentPackage-Version: 1.0.0", "DeploymentPackage-Version: 9.0.0");

        assertThat(refusal(Jars.with(dp, Jars.MANIFEST, Jars.text(renamed)))).contains("does not fit");
    }

    @Test
    void aBundleAddedRemovedOrMovedIsRefused() throws IOException {
        Path dp = signed();
        Map<String, byte[]> entries = Jars.read(dp);
        Map<String, byte[]> moved = new LinkedHashMap<>();
        moved.put(Jars.MANIFEST, entries.get(Jars.MANIFEST));
        moved.put("pkg.b_1.0.0.jar", entries.get("pkg.b_1.0.0.jar"));
        moved.put(FIRST, entries.get(FIRST));

        assertThat(refusal(Jars.with(dp, "evil.jar", entries.get(FIRST)))).contains("evil.jar was added");
        assertThat(refusal(Jars.with(dp, FIRST, null))).contains("does not hold the files that were signed");
        assertThat(refusal(Jars.write(folder.resolve("moved.dp"), moved))).contains("in their order");
    }

    @Test
    void aManifestThatSpeaksTwiceOfAnEntryOrHeaderIsRefused() throws IOException {
        Path dp = signed();
        String manifest = manifest(dp);
        String twice = manifest + "Name: " + FIRST + "\r\nSHA-256-Digest: AAAA\r\n\r\n";
        String header = manifest.replace("Tohu-Signature: ", "tohu-signature: AAAA\r\nTohu-Signature: ");

        assertThat(refusal(Jars.with(dp, Jars.MANIFEST, Jars.text(twice)))).contains("speaks twice");
        assertThat(refusal(Jars.with(dp, Jars.MANIFEST, Jars.text(header)))).contains("twice in a section");
    }

    @Test
    void aJarIsNoDeploymentPackage() throws IOException {
        assertThat(refusal(Jars.signedBundle(folder, "jar", SIGNER.key()))).contains("no deployment package");
    }
}
