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

import static io.tohu.opcua.internal.Fixtures.failure;
import static io.tohu.opcua.internal.Fixtures.listening;
import static io.tohu.opcua.internal.Fixtures.node;
import static io.tohu.opcua.internal.Fixtures.reading;
import static io.tohu.opcua.internal.Fixtures.writing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.core.configuration.metatype.Tad;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.driver.Driver.ConnectionException;
import org.eclipse.kura.driver.PreparedRead;
import org.eclipse.kura.security.keystore.KeystoreChangedEvent;
import org.eclipse.kura.security.keystore.KeystoreService;
import org.eclipse.kura.system.SystemService;
import org.eclipse.kura.type.DataType;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The component as Kura sees it. */
@Timeout(60)
class OpcUaDriverTest {

    @Test
    void theFormsDefaultsMakeADriverAndThePasswordIsDecrypted() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("x", 1))) {
            OpcUaDriver driver = driver(Map.of(
                    "endpoint_url",
                    server.url(),
                    "user_name",
                    TestServer.USER,
                    "user_password",
                    "encrypted:" + TestServer.PASSWORD));
            driver.connect();
            ChannelRecord written = writing(node("x"), 5);
            driver.write(List.of(written));
            ChannelRecord record = reading(node("x"), DataType.INTEGER);
            driver.read(List.of(record));
            assertThat(record.getValue().getValue()).isEqualTo(5);
            driver.deactivate();
            assertThat(server.sessions()).isZero();
        }
    }

    @Test
    void aPreparedReadGivesRecordsOfItsOwnEachTimeAndNoneOnceClosed() throws Exception {
        try (TestServer server = TestServer.start(n -> n.add("x", 1))) {
            OpcUaDriver driver = driver(Map.of("endpoint_url", server.url()));
            List<ChannelRecord> channels =
                    List.of(reading(node("x"), DataType.INTEGER), reading("wrong", DataType.INTEGER));
            PreparedRead prepared = driver.prepareRead(channels);
            List<ChannelRecord> first = prepared.execute();
            server.set("x", 2);
            List<ChannelRecord> second = prepared.execute();
            assertThat(first.get(0).getValue().getValue()).isEqualTo(1);
            assertThat(second.get(0).getValue().getValue()).isEqualTo(2);
            assertThat(Events.succeeded(second.get(1))).isFalse();
            assertThat(prepared.getChannelRecords()).isEqualTo(channels);
            prepared.close();
            assertThatThrownBy(prepared::execute).isInstanceOf(KuraException.class);
            driver.deactivate();
        }
    }

    @Test
    void aPreparedReadTellsInItsRecordsWhyThereIsNoConnection() throws Exception {
        OpcUaDriver driver = driver(Map.of("endpoint_url", TestServer.url(TestServer.freePort())));
        PreparedRead prepared = driver.prepareRead(List.of(reading(node("x"), DataType.INTEGER)));
        ChannelRecord record = prepared.execute().get(0);
        assertThat(Events.succeeded(record)).isFalse();
        assertThat(record.getChannelStatus().getExceptionMessage()).contains("no server listens there");
        driver.deactivate();
    }

    @Test
    void aServerThatIsNotThereIsAConnectionExceptionWithEndpointAndReason() {
        String url = TestServer.url(TestServer.freePort());
        OpcUaDriver driver = driver(Map.of("endpoint_url", url));
        assertThatThrownBy(driver::connect)
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining(url)
                .hasMessageContaining("connection refused");
        assertThatThrownBy(() -> driver.read(List.of(reading(node("x"), DataType.INTEGER))))
                .isInstanceOf(ConnectionException.class);
        assertThatThrownBy(() -> driver.write(List.of(writing(node("x"), 1)))).isInstanceOf(ConnectionException.class);
        driver.deactivate();
    }

    @Test
    void aKeystoreOfTheGatewayIsFoundByItsPidAndItsEventsAreHeard() throws Exception {
        TestAuthority authority = new TestAuthority("authority");
        KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(2048);
        X509Certificate client = authority.issue(keys.getPublic(), "gateway", "urn:test:gateway");
        TestKeystore keystore = new TestKeystore().key("gateway", keys, client);
        KeystoreService service = keystore.find(TestKeystore.PID);
        Map<String, Object> properties = Map.of("kura.service.pid", TestKeystore.PID);
        try (SecuredServer server = SecuredServer.start()) {
            server.trust(client, authority.certificate());
            OpcUaDriver driver = driver(Map.of(
                    "endpoint_url",
                    server.url(),
                    "security_policy",
                    "Basic256Sha256",
                    "keystore_pid",
                    TestKeystore.PID,
                    "keystore_alias",
                    "gateway",
                    "reconnect_min",
                    3_600_000,
                    "reconnect_max",
                    3_600_000));
            Events events = new Events();
            driver.registerChannelListener(listening(node("x"), DataType.INTEGER), events);
            assertThat(failure(events.nextFailure())).contains("there is no keystore 'plantKeystore'");
            driver.addKeystore(service, properties);
            assertThat(failure(events.nextFailure())).contains("not trusted");
            keystore.trust(server.certificate());
            driver.handleEvent(new KeystoreChangedEvent(TestKeystore.PID));
            events.nextValue(1);
            driver.removeKeystore(service, properties);
            driver.deactivate();
        }
    }

    @Test
    void theChannelsColumnsAreKurasOwnClassAndHaveDefaults() {
        OpcUaDriver driver = driver(Map.of());
        assertThat((List<?>) driver.getChannelDescriptor().getDescriptor())
                .allSatisfy(field -> {
                    assertThat(field).isInstanceOf(Tad.class);
                    assertThat(((Tad) field).getDefault()).isNotNull();
                    assertThat(((Tad) field).getDescription()).isNotBlank();
                })
                .extracting(field -> ((Tad) field).getId())
                .contains("node.id", "sampling.interval", "queue.size", "deadband");
        driver.deactivate();
    }

    private static OpcUaDriver driver(Map<String, Object> form) {
        Map<String, Object> values = new HashMap<>(form);
        OpcUaConfig config = (OpcUaConfig) Proxy.newProxyInstance(
                OpcUaConfig.class.getClassLoader(),
                new Class<?>[] {OpcUaConfig.class},
                (proxy, method, args) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
        CryptoService crypto = (CryptoService) Proxy.newProxyInstance(
                CryptoService.class.getClassLoader(), new Class<?>[] {CryptoService.class}, (proxy, method, args) -> {
                    if (!method.getName().equals("decryptAes")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return new String((char[]) args[0])
                            .replace("encrypted:", "")
                            .toCharArray();
                });
        SystemService system = (SystemService) Proxy.newProxyInstance(
                SystemService.class.getClassLoader(),
                new Class<?>[] {SystemService.class},
                (proxy, method, args) -> method.getName().equals("getKuraDataDirectory") ? "target" : null);
        return new OpcUaDriver(crypto, system, null, config, Map.of("kura.service.pid", "machine"));
    }
}
