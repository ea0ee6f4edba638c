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

import static io.tohu.trust.internal.TestPki.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.packaging.SigningKey;
import io.tohu.trust.Verdict;
import io.tohu.trust.internal.TestPki.Party;
import io.tohu.trust.internal.TestPki.Spec;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignerTrustTest {

    private static final Party ROOT = TestPki.root("Root");
    private static final Party SIGNER = TestPki.signer(ROOT, "Signer");

    @TempDir
    private Path folder;

    private Verdict verdict(Gateway gateway, SigningKey key) throws IOException {
        return gateway.verifier().verifyJar(Jars.signedBundle(folder, "model", key));
    }

    private static Gateway trustingRoot() {
        return new Gateway().trusting(ROOT.certificate());
    }

    private String refusal(Gateway gateway, Party signer) throws IOException {
        Verdict verdict = verdict(gateway, signer.key());
        assertThat(verdict.allowed()).as(verdict.reason()).isFalse();
        assertThat(verdict.signer()).as("whom the refusal is about").isNotEmpty();
        return verdict.reason();
    }

    @Test
    void anUnknownSignerIsNamedWithFingerprintAndIssuer() throws IOException {
        Party stranger = TestPki.signer(TestPki.root("Elsewhere"), "Stranger");

        assertThat(refusal(trustingRoot(), stranger))
                .contains("CN=Stranger")
                .contains("CN=Elsewhere")
                .containsPattern("SHA-256 [0-9a-f]{64}")
                .contains("1 trusted certificates")
                .contains("PackageTrust");
    }

    @Test
    void aForgedIssuerOfTheTrustedNameIsUnknown() throws IOException {
        Party forged = TestPki.signer(TestPki.root("Root"), "Signer");

        assertThat(refusal(trustingRoot(), forged)).contains("neither is trusted");
    }

    @Test
    void aSignerCanBeTrustedByNameWithoutItsIssuer() throws IOException {
        Party alone = TestPki.issue(null, Spec.signer("Alone"));

        assertThat(verdict(new Gateway().trusting(alone.certificate()), alone.key())
                        .reason())
                .isEqualTo("Signed by O=Test,CN=Alone, who is trusted by the keystore PackageTrust.");
        assertThat(refusal(trustingRoot(), alone)).contains("neither is trusted");
    }

    @Test
    void anIntermediateIssuerIsTakenFromTheSignatureAndMissedWhenItIsNotThere() throws IOException {
        Party middle = TestPki.issue(ROOT, Spec.authority("Middle"));
        Party signer = TestPki.signer(middle, "Below");
        Party bare = new Party(signer.keys(), List.of(signer.certificate()));

        assertThat(verdict(trustingRoot(), signer.key()).allowed()).isTrue();
        assertThat(refusal(trustingRoot(), bare)).contains("issued by O=Test,CN=Middle");
        assertThat(verdict(new Gateway().trusting(middle.certificate()), bare.key())
                        .allowed())
                .as("an intermediate issuer can be the trusted one")
                .isTrue();
    }

    @Test
    void aSignerWhoIsNoAuthorityCannotIssueAnotherSigner() throws IOException {
        Party below = TestPki.signer(SIGNER, "Below");

        assertThat(refusal(trustingRoot(), below)).contains("is not valid");
    }

    @Test
    void aCertificateForAnotherPurposeIsRefused() throws IOException {
        Party server = TestPki.issue(ROOT, Spec.signer("Web").for_(KeyPurposeId.id_kp_serverAuth));
        Party nothing = TestPki.issue(ROOT, Spec.signer("Any").for_(null));
        Party encryption = TestPki.issue(ROOT, Spec.signer("Box").usage(KeyUsage.keyEncipherment));

        for (Party other : List.of(server, nothing, encryption)) {
            assertThat(refusal(trustingRoot(), other)).contains("not made for signing code");
        }
    }

    @Test
    void anExpiredSignerIsRefusedAfterTheGraceAndNotedInsideIt() throws IOException {
        Party old = TestPki.issue(ROOT, Spec.signer("Old").valid(day(-400), day(-Gateway.GRACE_DAYS - 1)));
        Party justNow = TestPki.issue(ROOT, Spec.signer("JustNow").valid(day(-400), day(-Gateway.GRACE_DAYS + 1)));

        assertThat(refusal(trustingRoot(), old))
                .contains("CN=Old expired on 2026-10-20")
                .contains("it is 2026-11-20")
                .contains("Have it signed again");
        assertThat(verdict(trustingRoot(), justNow.key()).reason())
                .contains("expired on 2026-10-22, inside the grace of 30 days");
    }

    @Test
    void aSignerIsNotBelievedBeforeItsTime() throws IOException {
        Party future = TestPki.issue(ROOT, Spec.signer("Future").valid(day(31), day(400)));

        assertThat(refusal(trustingRoot(), future))
                .contains("not valid before 2026-12-21")
                .contains("clock says 2026-11-20");
    }

    @Test
    void aGatewayWhoseClockIsNotSetAcceptsAndSaysSo() throws IOException {
        assertThat(verdict(trustingRoot().at(Instant.EPOCH), SIGNER.key()).reason())
                .contains("clock is not set (it says 1970-01-01)");
    }

    @Test
    void aClockSetBackDoesNotReviveAnExpiredSigner() throws IOException {
        Party old = TestPki.issue(ROOT, Spec.signer("Old").valid(day(-300), day(-200)));
        Acceptances witness = Acceptances.inMemory();
        witness.add("d", "f", TestPki.NOW);

        Path jar = Jars.signedBundle(folder, "old", old.key());

        assertThat(trustingRoot().at(day(-210)).verifier(witness).verifyJar(jar).allowed())
                .isFalse();
        assertThat(trustingRoot().at(day(-210)).verifier().verifyJar(jar).allowed())
                .as("without a witness the clock is all there is")
                .isTrue();
    }

    @Test
    void whatWasAcceptedStaysAcceptedAfterTheCertificateExpires() throws IOException {
        Acceptances acceptances = Acceptances.inMemory();
        Path jar = Jars.signedBundle(folder, "model", SIGNER.key());
        Gateway gateway = trustingRoot();
        Origins verifier = gateway.verifier(acceptances);
        assertThat(verifier.verifyJar(jar).allowed()).isTrue();

        gateway.at(day(1_000));

        assertThat(verifier.verifyJar(jar).reason()).contains("this gateway accepted the same content on 2026-11-20");
        assertThat(verifier.verifyJar(Jars.signedBundle(folder, "new", SIGNER.key()))
                        .allowed())
                .as("other content of the expired signer")
                .isFalse();
    }

    @Test
    void aRevokedSignerIsRefusedAlsoByAListThatIsLongOverdueAndForContentAcceptedBefore() throws IOException {
        Acceptances acceptances = Acceptances.inMemory();
        Path jar = Jars.signedBundle(folder, "model", SIGNER.key());
        Gateway gateway = trustingRoot();
        Origins verifier = gateway.verifier(acceptances);
        assertThat(verifier.verifyJar(jar).allowed()).isTrue();

        gateway.knowing(TestPki.revoke(ROOT, day(-200), day(-190), SIGNER.certificate()));

        assertThat(verifier.verifyJar(jar).reason())
                .contains("CN=Signer was revoked on 2026-05-04")
                .contains("Do not use");
        assertThat(verifier.verifyJar(jar).allowed()).isFalse();
    }

    @Test
    void aRevokedIntermediateIssuerTakesItsSignersAlong() throws IOException {
        Party middle = TestPki.issue(ROOT, Spec.authority("Middle"));
        Gateway gateway = trustingRoot().knowing(TestPki.revoke(ROOT, day(-1), day(30), middle.certificate()));

        assertThat(refusal(gateway, TestPki.signer(middle, "Below"))).contains("CN=Middle was revoked");
    }

    @Test
    void aSignerTrustedByNameCanBeRevokedByItsIssuerWhenThatIsKnown() throws IOException {
        Gateway gateway = new Gateway()
                .trusting(SIGNER.certificate(), ROOT.certificate())
                .knowing(TestPki.revoke(ROOT, day(-1), day(30), SIGNER.certificate()));

        assertThat(refusal(gateway, SIGNER)).contains("was revoked");
    }

    @Test
    void aListThatSomebodyElseMadeRevokesNobody() throws IOException {
        X509CRL forged = TestPki.revoke(TestPki.root("Root"), day(-1), day(30), SIGNER.certificate());

        assertThat(verdict(trustingRoot().knowing(forged), SIGNER.key()).allowed())
                .isTrue();
    }

    @Test
    void whereACurrentListIsNeededItMayBeCarriedAlong() throws IOException {
        Gateway gateway = trustingRoot().currentListNeeded();

        assertThat(refusal(gateway, SIGNER)).contains("No current revocation list of O=Test,CN=Root");
        assertThat(verdict(gateway, SIGNER.key(TestPki.revoke(ROOT, day(-1), day(30))))
                        .allowed())
                .isTrue();
        assertThat(verdict(gateway, SIGNER.key(TestPki.revoke(ROOT, day(-90), day(-60))))
                        .allowed())
                .as("a list overdue for longer than the grace")
                .isFalse();
    }

    @Test
    void aListThatIsCarriedAlongRevokesToo() throws IOException {
        X509CRL list = TestPki.revoke(ROOT, day(-1), day(30), SIGNER.certificate());

        assertThat(verdict(trustingRoot(), SIGNER.key(list)).reason()).contains("was revoked");
    }

    @Test
    void anEmptyOrMissingKeystoreSaysWhatToDo() throws IOException {
        assertThat(refusal(new Gateway(), SIGNER)).contains("0 trusted certificates");
    }
}
