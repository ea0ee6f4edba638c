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

import io.tohu.packaging.JarFileSigner;
import io.tohu.trust.Verdict;
import io.tohu.trust.Verdict.Outcome;
import io.tohu.trust.internal.TestPki.Party;
import io.tohu.trust.internal.TestPki.Spec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarOriginTest {

    private static final Party ROOT = TestPki.root("Root");
    private static final Party SIGNER = TestPki.signer(ROOT, "Signer");

    private final Origins verifier = new Gateway().trusting(ROOT.certificate()).verifier();

    @TempDir
    private Path folder;

    private Path signed() throws IOException {
        return Jars.signedBundle(folder, "model", SIGNER.key());
    }

    private String refusal(Path jar) {
        Verdict verdict = verifier.verifyJar(jar);
        assertThat(verdict.outcome()).isEqualTo(Outcome.REFUSED);
        return verdict.reason();
    }

    @Test
    void aJarThatTheJdkSignedIsAcceptedAndItsSignerNamed() throws IOException {
        Verdict verdict = verifier.verifyJar(signed());

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.ACCEPTED);
        assertThat(verdict.signer()).isEqualTo("O=Test,CN=Signer");
        assertThat(verdict.fingerprint()).matches("[0-9a-f]{64}");
        assertThat(verdict.reason())
                .contains("CN=Signer")
                .contains("through O=Test,CN=Root")
                .contains("PackageTrust");
    }

    @Test
    void rsaKeysAndStrongerDigestsAreTakenToo() throws IOException {
        Party rsa = TestPki.issue(ROOT, Spec.signer("Rsa"), TestPki.keys("RSA", 2048));

        assertThat(verifier.verifyJar(Jars.signedBundle(folder, "rsa", rsa.key()))
                        .allowed())
                .isTrue();
    }

    @Test
    void aKeyTooShortToResistIsRefused() throws IOException {
        Party rsa = TestPki.issue(ROOT, Spec.signer("Rsa"), TestPki.keys("RSA", 1024));

        assertThat(refusal(Jars.signedBundle(folder, "rsa", rsa.key())))
                .contains("too weak")
                .contains("2048");
    }

    @Test
    void anUnsignedJarIsRefusedUnlessTheOperatorAllowsIt() throws IOException {
        Path unsigned = Jars.bundle(folder, "plain");

        assertThat(refusal(unsigned)).contains("not signed").contains("Have it signed");
        assertThat(new Gateway()
                        .unsignedAllowed()
                        .verifier()
                        .verifyJar(unsigned)
                        .outcome())
                .isEqualTo(Outcome.UNSIGNED_ALLOWED);
    }

    @Test
    void whereUnsignedIsAllowedAChangedSignedJarIsStillRefused() throws IOException {
        Path changed = Jars.with(signed(), Jars.CARD, Jars.text("{\"limit\":9}"));

        assertThat(new Gateway().unsignedAllowed().verifier().verifyJar(changed).allowed())
                .isFalse();
    }

    @Test
    void aChangedEntryIsNamed() throws IOException {
        assertThat(refusal(Jars.with(signed(), Jars.CARD, Jars.text("{\"limit\":9}"))))
                .contains("model/card.json was changed after signing");
    }

    @Test
    void anEntryThatNobodySignedIsRefusedThoughTheSpecificationLetsItPass() throws IOException {
        assertThat(refusal(Jars.with(signed(), "model/extra.bin", Jars.text("x"))))
                .contains("model/extra.bin was added after signing");
        assertThat(refusal(Jars.with(signed(), "META-INF/services/a.B", Jars.text("x"))))
                .contains("META-INF/services/a.B was added");
        assertThat(refusal(Jars.with(signed(), "META-INF/versions/9/x.SF", Jars.text("x"))))
                .contains("was added");
    }

    @Test
    void aSignedEntryThatIsMissingIsRefused() throws IOException {
        assertThat(refusal(Jars.with(signed(), Jars.CARD, null))).contains("model/card.json was signed and is missing");
    }

    @Test
    void aManifestWithRightDigestsOfOtherContentDoesNotPass() throws IOException {
        Path jar = signed();
        byte[] forged = Jars.text("{\"limit\":9}");
        String manifest = new String(Jars.read(jar).get(Jars.MANIFEST), StandardCharsets.UTF_8);
        String section = "Name: " + Jars.CARD + "\r\nSHA-256-Digest: ";
        int at = manifest.indexOf(section) + section.length();
        String digest = Base64.getEncoder().encodeToString(sha256(forged));
        manifest = manifest.substring(0, at) + digest + manifest.substring(manifest.indexOf("\r\n", at));
        Path changed = Jars.with(Jars.with(jar, Jars.CARD, forged), Jars.MANIFEST, Jars.text(manifest));

        assertThat(refusal(changed)).contains("manifest is not the one that was signed");
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aSignatureThatWasTakenAwayInPartIsRefused() throws IOException {
        assertThat(refusal(Jars.with(signed(), "META-INF/TOHU.EC", null))).contains("Part of its signature is missing");
        assertThat(refusal(Jars.with(signed(), "META-INF/TOHU.SF", null))).contains("Part of its signature is missing");
        assertThat(refusal(Jars.with(signed(), Jars.MANIFEST, null))).contains("no manifest");
    }

    @Test
    void aSignatureOfAnotherJarDoesNotFit() throws IOException {
        Map<String, byte[]> other = Jars.read(Jars.signedBundle(folder, "other", SIGNER.key()));
        Path jar = Jars.with(
                Jars.with(signed(), "META-INF/TOHU.SF", other.get("META-INF/TOHU.SF")),
                "META-INF/TOHU.EC",
                other.get("META-INF/TOHU.EC"));

        assertThat(refusal(jar)).contains("manifest is not the one that was signed");
        assertThat(refusal(Jars.with(signed(), "META-INF/TOHU.EC", other.get("META-INF/TOHU.EC"))))
                .contains("does not fit");
    }

    @Test
    void aBlockOfAnotherKeyWithTheTrustedCertificateDoesNotFit() throws IOException {
        Party thief = TestPki.root("Thief");
        Party forged = new Party(thief.keys(), SIGNER.chain());

        assertThat(refusal(Jars.signedBundle(folder, "forged", forged.key()))).contains("does not fit");
    }

    @Test
    void withSeveralSignersOneWhoIsTrustedIsEnough() throws IOException {
        Party stranger = TestPki.signer(TestPki.root("Elsewhere"), "Stranger");
        Path jar = Jars.signedBundle(folder, "two", stranger.key());
        JarFileSigner.sign(jar, jar, SIGNER.key(), "SECOND");

        assertThat(verifier.verifyJar(jar).signer()).isEqualTo("O=Test,CN=Signer");
    }

    @Test
    void withSeveralSignersEachSignatureMustFit() throws IOException {
        Path jar = signed();
        JarFileSigner.sign(jar, jar, TestPki.root("Other").key(), "OTHER");
        byte[] signedText = Jars.read(jar).get("META-INF/OTHER.SF");
        signedText[signedText.length - 5] ^= 1;

        assertThat(refusal(Jars.with(jar, "META-INF/OTHER.SF", signedText))).contains("META-INF/OTHER.EC does not fit");
    }

    @Test
    void whatIsNoJarIsRefusedWithoutAnException() throws IOException {
        assertThat(refusal(Files.writeString(folder.resolve("text.jar"), "hello")))
                .contains("cannot be read");
        assertThat(refusal(folder.resolve("missing.jar"))).contains("There is no file");
        assertThat(refusal(Files.createFile(folder.resolve("empty.jar")))).contains("cannot be read");
    }
}
