/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal;

import static io.tohu.opcua.internal.Fixtures.await;
import static io.tohu.opcua.internal.Fixtures.failure;
import static io.tohu.opcua.internal.Fixtures.listening;
import static io.tohu.opcua.internal.Fixtures.node;
import static io.tohu.opcua.internal.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tohu.opcua.internal.link.Credentials;
import io.tohu.opcua.internal.link.LinkException;
import io.tohu.opcua.internal.link.LinkSettings;
import io.tohu.opcua.internal.security.Fingerprint;
import io.tohu.opcua.internal.security.KeyNames;
import io.tohu.opcua.internal.security.Security;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Set;
import org.eclipse.kura.type.DataType;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keys and trust from one of the gateway's keystores. */
@Timeout(60)
class KeystoreTest {

    private static final String CLIENT_URI = "urn:test:gateway";
    private static final Duration NEVER = Duration.ofHours(1);
    private static TestAuthority authority;
    private static KeyPair clientKeys;

    private final TestKeystore keystore = new TestKeystore();

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeKeys() throws Exception {
        authority = new TestAuthority("plant authority");
        clientKeys = SelfSignedCertificateGenerator.generateRsaKeyPair(2048);
    }

    @Test
    void aServerIsTrustedByItsOwnCertificateInTheKeystore() throws Exception {
        try (SecuredServer server = SecuredServer.start();
                DriverCore driver = driver(server, "")) {
            trustOwnClient(server);
            keystore.trust(server.certificate());
            assertThat(read(driver, "x", DataType.INTEGER)).isEqualTo(1);
        }
    }

    @Test
    void aServerIsTrustedByItsIssuerInTheKeystoreThoughItSendsOnlyItsOwnCertificate() throws Exception {
        try (SecuredServer server = SecuredServer.start(serverCertificate());
                DriverCore driver = driver(server, "")) {
            trustOwnClient(server);
            keystore.trust(authority.certificate());
            assertThat(read(driver, "x", DataType.INTEGER)).isEqualTo(1);
        }
    }

    @Test
    void aServerOfAnotherIssuerIsRefusedWithItsFingerprint() throws Exception {
        try (SecuredServer server = SecuredServer.start(serverCertificate());
                DriverCore driver = driver(server, "")) {
            keystore.trust(new TestAuthority("plant authority").certificate());
            assertThatThrownBy(driver::connect)
                    .hasMessageContaining("not trusted")
                    .hasMessageContaining(Fingerprint.of(server.certificate()));
        }
    }

    @Test
    void anIssuerThatHasExpiredIsNamed() throws Exception {
        TestAuthority expired = new TestAuthority("old authority", Duration.ofDays(-1));
        try (SecuredServer server =
                        SecuredServer.start(expired.issue(SecuredServer.key(), "server", SecuredServer.URI));
                DriverCore driver = driver(server, "")) {
            keystore.trust(expired.certificate());
            assertThatThrownBy(driver::connect)
                    .hasMessageContaining("CN=old authority")
                    .hasMessageContaining("has expired");
        }
    }

    @Test
    void aServerWhoseCertificateWasRevokedIsRefusedAlthoughItsIssuerIsTrusted() throws Exception {
        X509Certificate certificate = serverCertificate();
        try (SecuredServer server = SecuredServer.start(certificate);
                DriverCore driver = driver(server, "")) {
            keystore.trust(authority.certificate()).revoke(authority.revoking(certificate));
            assertThatThrownBy(driver::connect)
                    .hasMessageContaining("was revoked by CN=plant authority")
                    .hasMessageContaining("needs a new one");
        }
    }

    @Test
    void aListOfRevocationsThatTheIssuerDidNotSignRevokesNothing() throws Exception {
        X509Certificate certificate = serverCertificate();
        try (SecuredServer server = SecuredServer.start(certificate);
                DriverCore driver = driver(server, "")) {
            trustOwnClient(server);
            keystore.trust(authority.certificate()).revoke(new TestAuthority("plant authority").revoking(certificate));
            assertThat(read(driver, "x", DataType.INTEGER)).isEqualTo(1);
        }
    }

    @Test
    void theClientShowsTheCertificateOfItsAlias() throws Exception {
        try (SecuredServer server = SecuredServer.start();
                DriverCore driver = driver(server, "gateway")) {
            X509Certificate client = authority.issue(clientKeys.getPublic(), "gateway", CLIENT_URI);
            keystore.trust(server.certificate()).key("gateway", clientKeys, client, authority.certificate());
            server.trust(client, authority.certificate());
            assertThat(read(driver, "x", DataType.INTEGER)).isEqualTo(1);
        }
    }

    @Test
    void anAliasThatCannotBeUsedSaysWhy() throws Exception {
        try (SecuredServer server = SecuredServer.start();
                DriverCore driver = driver(server, "gateway")) {
            keystore.trust(server.certificate());
            assertThatThrownBy(driver::connect)
                    .hasMessageContaining("'plantKeystore' has no private key with the alias 'gateway'");
            keystore.key("gateway", clientKeys, authority.issue(clientKeys.getPublic(), "gateway", null));
            assertThatThrownBy(driver::connect).hasMessageContaining("no application URI");
            KeyPair elliptic = KeyPairGenerator.getInstance("EC").generateKeyPair();
            keystore.key("gateway", elliptic, authority.issue(elliptic.getPublic(), "gateway", CLIENT_URI));
            assertThatThrownBy(driver::connect).hasMessageContaining("not an RSA key");
            keystore.damage();
            assertThatThrownBy(driver::connect).hasMessageContaining("'plantKeystore' cannot be read");
        }
    }

    @Test
    void aKeystoreThatComesLateIsUsedAtOnce() throws Exception {
        try (SecuredServer server = SecuredServer.start();
                DriverCore driver = driver(settings(server, "", Credentials.ANONYMOUS, NEVER))) {
            trustOwnClient(server);
            keystore.trust(server.certificate()).leave();
            Events events = new Events();
            driver.register(listening(node("x"), DataType.INTEGER), events);
            assertThat(failure(events.nextFailure())).contains("no keystore 'plantKeystore'");
            keystore.come();
            driver.keystoreChanged(TestKeystore.PID);
            events.nextValue(1);
        }
    }

    @Test
    void aServerRevokedWhileItIsConnectedIsLeftWithTheReason() throws Exception {
        X509Certificate certificate = serverCertificate();
        try (SecuredServer server = SecuredServer.start(certificate);
                DriverCore driver = driver(server, "")) {
            trustOwnClient(server);
            keystore.trust(authority.certificate());
            Events events = new Events();
            driver.register(listening(node("x"), DataType.INTEGER), events);
            events.nextValue(1);
            keystore.revoke(authority.revoking(certificate));
            driver.keystoreChanged(TestKeystore.PID);
            assertThat(failure(events.nextFailure())).contains("was revoked");
            await("the session ends", () -> server.sessionIds().isEmpty());
        }
    }

    @Test
    void aChangeOfTheKeystoreThatDoesNotConcernTheSessionKeepsIt() throws Exception {
        try (SecuredServer server = SecuredServer.start();
                DriverCore driver = driver(server, "gateway")) {
            X509Certificate client = authority.issue(clientKeys.getPublic(), "gateway", CLIENT_URI);
            keystore.trust(server.certificate()).key("gateway", clientKeys, client);
            server.trust(client, authority.certificate());
            assertThat(read(driver, "x", DataType.INTEGER)).isEqualTo(1);
            Set<Object> before = server.sessionIds();
            keystore.trust(authority.certificate());
            driver.keystoreChanged(TestKeystore.PID);
            keystore.leave();
            driver.keystoreChanged(TestKeystore.PID);
            assertThat(read(driver, "x", DataType.INTEGER)).isEqualTo(1);
            Fixtures.pause(200);
            assertThat(server.sessionIds()).isEqualTo(before);
        }
    }

    @Test
    void anotherClientKeyInTheKeystoreMakesANewSession() throws Exception {
        try (SecuredServer server = SecuredServer.start();
                DriverCore driver = driver(server, "gateway")) {
            X509Certificate first = authority.issue(clientKeys.getPublic(), "gateway", CLIENT_URI);
            X509Certificate second = authority.issue(clientKeys.getPublic(), "gateway", CLIENT_URI);
            keystore.trust(server.certificate()).key("gateway", clientKeys, first);
            server.trust(first, second, authority.certificate());
            assertThat(read(driver, "x", DataType.INTEGER)).isEqualTo(1);
            Set<Object> before = server.sessionIds();
            keystore.key("gateway", clientKeys, second);
            driver.keystoreChanged(TestKeystore.PID);
            await(
                    "a new session",
                    () -> !server.sessionIds().isEmpty() && !server.sessionIds().equals(before));
        }
    }

    @Test
    void aUserLogsInWithACertificateAndAStrangerIsRefused() throws Exception {
        try (SecuredServer server = SecuredServer.start()) {
            trustOwnClient(server);
            X509Certificate user = authority.issue(clientKeys.getPublic(), "operator", null);
            keystore.trust(server.certificate()).key("operator", clientKeys, user);
            Credentials credentials = Credentials.ofCertificate("operator");
            try (DriverCore driver = driver(settings(server, "", credentials, NEVER))) {
                assertThatThrownBy(driver::connect)
                        .isInstanceOf(LinkException.class)
                        .hasMessageContaining("user certificate");
            }
            server.admit(user);
            try (DriverCore driver = driver(settings(server, "", credentials, NEVER))) {
                assertThat(read(driver, "x", DataType.INTEGER)).isEqualTo(1);
            }
        }
    }

    @Test
    void aServerThatTakesNoUserCertificatesIsSaidSo() {
        try (TestServer server = TestServer.start(n -> n.add("x", 1))) {
            DriverSettings base = Fixtures.settings(server.url(), Credentials.ofCertificate("operator"), true);
            try (DriverCore driver = driver(base)) {
                assertThatThrownBy(driver::connect).hasMessageContaining("does not take user certificates");
            }
        }
    }

    @Test
    void theFingerprintOfACertificateThatAnAuthorityIssuedIsEnough() throws Exception {
        try (SecuredServer server = SecuredServer.start(serverCertificate());
                DriverCore driver = driver(fingerprints(server, Set.of(Fingerprint.of(server.certificate()))))) {
            trustOwnClient(server);
            assertThat(read(driver, "x", DataType.INTEGER)).isEqualTo(1);
        }
    }

    @Test
    void otherFingerprintsKeepTheSessionAsLongAsTheServersIsAmongThem() throws Exception {
        try (SecuredServer server = SecuredServer.start()) {
            String own = Fingerprint.of(server.certificate());
            try (DriverCore driver = driver(fingerprints(server, Set.of(own)))) {
                trustOwnClient(server);
                assertThat(read(driver, "x", DataType.INTEGER)).isEqualTo(1);
                Set<Object> before = server.sessionIds();
                driver.update(fingerprints(server, Set.of(own, Fingerprint.of(authority.certificate()))));
                assertThat(read(driver, "x", DataType.INTEGER)).isEqualTo(1);
                assertThat(server.sessionIds()).isEqualTo(before);
                driver.update(fingerprints(server, Set.of()));
                await("the session ends", () -> server.sessionIds().isEmpty());
                assertThatThrownBy(driver::connect).hasMessageContaining("not trusted");
            }
        }
    }

    private static X509Certificate serverCertificate() throws Exception {
        return authority.issue(SecuredServer.key(), "server", SecuredServer.URI);
    }

    /** The certificate that the driver makes by itself. */
    private void trustOwnClient(SecuredServer server) throws Exception {
        server.trust(Fixtures.pki(folder, "secure").identity().certificate());
    }

    private DriverCore driver(SecuredServer server, String clientAlias) {
        return driver(settings(server, clientAlias, Credentials.ANONYMOUS, Duration.ofMillis(50)));
    }

    private DriverCore driver(DriverSettings settings) {
        return new DriverCore("secure", settings, Fixtures.pki(folder, "secure"), keystore::find);
    }

    private static DriverSettings settings(
            SecuredServer server, String clientAlias, Credentials credentials, Duration pause) {
        KeyNames keys = new KeyNames(TestKeystore.PID, clientAlias);
        return settings(server, keys, Set.of(), credentials, pause);
    }

    private static DriverSettings fingerprints(SecuredServer server, Set<String> fingerprints) {
        return settings(server, KeyNames.OWN, fingerprints, Credentials.ANONYMOUS, Duration.ofMillis(50));
    }

    private static DriverSettings settings(
            SecuredServer server, KeyNames keys, Set<String> fingerprints, Credentials credentials, Duration pause) {
        DriverSettings base = Fixtures.settings(server.url());
        Security security = new Security(SecurityPolicy.Basic256Sha256, MessageSecurityMode.SignAndEncrypt, true);
        LinkSettings link = base.link();
        return new DriverSettings(
                new LinkSettings(
                        server.url(),
                        true,
                        security,
                        credentials,
                        keys,
                        link.applicationName(),
                        link.requestTimeout(),
                        link.sessionTimeout()),
                fingerprints,
                base.tuning(),
                pause,
                pause);
    }
}
