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

import static io.tohu.opcua.internal.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tohu.opcua.internal.link.Credentials;
import io.tohu.opcua.internal.link.LinkSettings;
import io.tohu.opcua.internal.security.Fingerprint;
import io.tohu.opcua.internal.security.KeyNames;
import io.tohu.opcua.internal.security.OpcUaAlgorithms;
import io.tohu.opcua.internal.security.Security;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.eclipse.kura.type.DataType;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections on which both sides have to prove who they are. */
@Timeout(60)
class SecurityTest {

    private static final OpcUaAlgorithms ALGORITHMS = new OpcUaAlgorithms();

    @TempDir
    private Path folder;

    @AfterAll
    static void removeAlgorithms() {
        ALGORITHMS.remove();
    }

    @ParameterizedTest
    @CsvSource({
        "Basic256Sha256, Sign",
        "Basic256Sha256, SignAndEncrypt",
        "Aes128_Sha256_RsaOaep, Sign",
        "Aes128_Sha256_RsaOaep, SignAndEncrypt",
        "Aes256_Sha256_RsaPss, Sign",
        "Aes256_Sha256_RsaPss, SignAndEncrypt"
    })
    void aValueIsReadUnderEachPolicyAndMode(SecurityPolicy policy, MessageSecurityMode mode) throws Exception {
        try (SecuredServer server = SecuredServer.start();
                DriverCore driver = driver(server, new Wanted(new Security(policy, mode, true), trusting(server)))) {
            trustClient(server);
            assertThat(read(driver, "x", DataType.INTEGER)).isEqualTo(1);
        }
    }

    @Test
    void anUnknownServerIsRefusedWithItsFingerprintAndItsCertificateIsKept() throws Exception {
        try (SecuredServer server = SecuredServer.start();
                DriverCore driver = driver(server, security(Set.of(), true))) {
            trustClient(server);
            String fingerprint = Fingerprint.of(server.certificate());
            assertThatThrownBy(driver::connect)
                    .hasMessageContaining("not trusted")
                    .hasMessageContaining(fingerprint);
            assertThat(folder.resolve("secure/rejected/" + fingerprint.replace(":", "") + ".der"))
                    .hasBinaryContent(server.certificate().getEncoded());
        }
    }

    @Test
    void aServerIsTrustedAsSoonAsItsFingerprintIsConfigured() throws Exception {
        try (SecuredServer server = SecuredServer.start();
                DriverCore driver = driver(server, security(Set.of(), true))) {
            trustClient(server);
            assertThatThrownBy(driver::connect).hasMessageContaining("not trusted");
            driver.update(settings(server, security(trusting(server), true)));
            assertThat(read(driver, "x", DataType.INTEGER)).isEqualTo(1);
        }
    }

    @Test
    void anExpiredCertificateIsRefusedAlthoughItIsTrusted() throws Exception {
        try (SecuredServer server = SecuredServer.start(SecuredServer.URI, "127.0.0.1", Duration.ofDays(-1));
                DriverCore driver = driver(server, security(trusting(server), true))) {
            assertThatThrownBy(driver::connect).hasMessageContaining("has expired, it is valid from");
        }
    }

    @Test
    void aCertificateForAnotherHostIsRefusedUnlessTheCheckIsOff() throws Exception {
        try (SecuredServer server = SecuredServer.start(SecuredServer.URI, "192.0.2.1", Duration.ofDays(1))) {
            trustClient(server);
            try (DriverCore driver = driver(server, security(trusting(server), true))) {
                assertThatThrownBy(driver::connect)
                        .hasMessageContaining("192.0.2.1")
                        .hasMessageContaining("not for 127.0.0.1");
            }
            try (DriverCore driver = driver(server, security(trusting(server), false))) {
                assertThat(read(driver, "x", DataType.INTEGER)).isEqualTo(1);
            }
        }
    }

    @Test
    void aCertificateForAnotherApplicationIsRefused() throws Exception {
        try (SecuredServer server = SecuredServer.start("urn:test:other", "127.0.0.1", Duration.ofDays(1));
                DriverCore driver = driver(server, security(trusting(server), true))) {
            assertThatThrownBy(driver::connect)
                    .hasMessageContaining("urn:test:other")
                    .hasMessageContaining(SecuredServer.URI);
        }
    }

    @Test
    void aServerThatDoesNotTrustThisClientIsSaidSoWithTheFileToTrust() throws Exception {
        try (SecuredServer server = SecuredServer.start();
                DriverCore driver = driver(server, security(trusting(server), true))) {
            assertThatThrownBy(driver::connect)
                    .hasMessageContaining("refuses this client's certificate")
                    .hasMessageContaining(folder.resolve("secure/client.der").toString());
        }
    }

    @Test
    void aPolicyThatTheServerDoesNotHaveIsSaidWithThoseItHas() {
        try (TestServer server = TestServer.start(n -> n.add("x", 1));
                DriverCore driver = driver(server.url(), security(Set.of(), true))) {
            assertThatThrownBy(driver::connect)
                    .hasMessageContaining("does not offer security Basic256Sha256/SignAndEncrypt; it offers None");
        }
    }

    @Test
    void aPasswordIsNotSentReadableOverASignedChannel() throws Exception {
        try (SecuredServer server = SecuredServer.start()) {
            trustClient(server);
            Wanted signed = new Wanted(
                    new Security(SecurityPolicy.Basic256Sha256, MessageSecurityMode.Sign, true), trusting(server));
            DriverSettings settings =
                    settings(server.url(), signed, new Credentials(TestServer.USER, TestServer.PASSWORD));
            try (DriverCore driver = new DriverCore("secure", settings, Fixtures.pki(folder, "secure"), pid -> null)) {
                assertThatThrownBy(driver::connect).hasMessageContaining("does not take user names");
            }
        }
    }

    private record Wanted(Security security, Set<String> trusted) {}

    private void trustClient(SecuredServer server) throws Exception {
        server.trust(Fixtures.pki(folder, "secure").identity().certificate());
    }

    private static Set<String> trusting(SecuredServer server) {
        return Set.of(Fingerprint.of(server.certificate()));
    }

    private static Wanted security(Set<String> trusted, boolean checkHost) {
        return new Wanted(
                new Security(SecurityPolicy.Basic256Sha256, MessageSecurityMode.SignAndEncrypt, checkHost), trusted);
    }

    private DriverCore driver(SecuredServer server, Wanted security) {
        return driver(server.url(), security);
    }

    private DriverCore driver(String url, Wanted security) {
        return new DriverCore(
                "secure", settings(url, security, Credentials.ANONYMOUS), Fixtures.pki(folder, "secure"), pid -> null);
    }

    private static DriverSettings settings(SecuredServer server, Wanted security) {
        return settings(server.url(), security, Credentials.ANONYMOUS);
    }

    private static DriverSettings settings(String url, Wanted wanted, Credentials credentials) {
        DriverSettings base = Fixtures.settings(url);
        LinkSettings link = base.link();
        return new DriverSettings(
                new LinkSettings(
                        url,
                        true,
                        wanted.security,
                        credentials,
                        KeyNames.OWN,
                        link.applicationName(),
                        link.requestTimeout(),
                        link.sessionTimeout()),
                wanted.trusted,
                base.tuning(),
                base.backoffMin(),
                base.backoffMax());
    }
}
