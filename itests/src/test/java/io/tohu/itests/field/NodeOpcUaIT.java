/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tohu.bench.peer.FreePorts;
import io.tohu.bench.standalone.Channels;
import io.tohu.bench.standalone.DriverHost;
import io.tohu.bench.standalone.DriverHost.Hosted;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.driver.Driver.ConnectionException;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The OPC UA driver against a node-opcua server, open and with Basic256Sha256. */
@Timeout(120)
class NodeOpcUaIT {

    private static final int VARIABLES = 1000;

    /** Keys of server and driver: they take a second to make, so they are kept. */
    @TempDir
    private static Path folder;

    /** A server for every test that does not end it. */
    private static Peer shared;

    private static int sharedPort;

    private final List<Peer> peers = new ArrayList<>();
    private DriverHost host;
    private int port;

    @BeforeAll
    static void startServer() throws Exception {
        Foreign.NODE_OPCUA.require();
        sharedPort = FreePorts.one();
        shared = Peer.nodeOpcUa(sharedPort, folder.resolve("open"), "open");
    }

    @AfterAll
    static void stopServer() {
        if (shared != null) {
            shared.close();
        }
    }

    @BeforeEach
    void start() {
        host = new DriverHost(folder.resolve("kura"));
        port = sharedPort;
    }

    @AfterEach
    void stop() throws Exception {
        host.close();
        peers.forEach(Peer::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "Sign", "SignAndEncrypt"})
    void aThousandVariablesAreReadAndListenedToEachWithItsOwnValue(String mode) throws Exception {
        Hosted driver = driver(mode, port, Map.of());
        OpcUaSide.trust(driver, mode, port, Map.of());
        assertThat(OpcUaSide.right(driver, VARIABLES)).isTrue();
        List<Heard> heard = new ArrayList<>();
        for (int i = 0; i < VARIABLES; i++) {
            heard.add(new Heard());
            driver.driver()
                    .registerChannelListener(
                            Channels.listening(OpcUaSide.node("v" + i), DataType.DOUBLE, 50), heard.get(i));
        }
        for (int i = 0; i < VARIABLES; i++) {
            assertThat(heard.get(i).nextValue()).isEqualTo((double) i);
        }
    }

    @Test
    void everyTypeArrivesAsItIsAndWhatIsWrittenIsReadBack() throws Exception {
        Hosted driver = driver("None", port, Map.of());
        assertThat(read(driver, "text", DataType.STRING)).isEqualTo("käse");
        assertThat(read(driver, "big", DataType.LONG)).isEqualTo(4294967295L);
        assertThat((byte[]) read(driver, "bytes", DataType.BYTE_ARRAY)).containsExactly(1, 2, -1);
        ChannelRecord tooBig = Channels.variable(OpcUaSide.node("big"), DataType.INTEGER);
        driver.driver().read(List.of(tooBig));
        assertThat(Reads.failure(tooBig)).contains("4294967295");
        ChannelRecord unknown = Channels.variable(OpcUaSide.node("nothing"), DataType.INTEGER);
        driver.driver().read(List.of(unknown));
        assertThat(Reads.failure(unknown)).contains("Bad_NodeIdUnknown");
        ChannelRecord written = Channels.variable(OpcUaSide.node("written"), TypedValues.newIntegerValue(-7));
        driver.driver().write(List.of(written));
        assertThat(Reads.succeeded(written)).isTrue();
        assertThat(read(driver, "written", DataType.INTEGER)).isEqualTo(-7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "SignAndEncrypt"})
    void aServerThatStartsAfterTheDriverIsReadAndListenedTo(String mode) throws Exception {
        port = FreePorts.one();
        Map<String, Object> known = mode.equals("None") ? Map.of() : Map.of("security.trusted", fingerprint());
        Hosted driver = driver(mode, port, known);
        Heard counter = listenToCounter(driver);
        assertThat(counter.nextFailure()).contains("127.0.0.1:" + port);
        assertThat(OpcUaSide.right(driver, VARIABLES)).isFalse();
        server();
        counter.nextValue();
        Reads.await("it is read", () -> OpcUaSide.right(driver, VARIABLES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "SignAndEncrypt"})
    void aServerKilledInTheMiddleOfTrafficComesBackWithoutAWrongValue(String mode) throws Exception {
        port = FreePorts.one();
        Peer first = server();
        Hosted driver = driver(mode, port, Map.of());
        OpcUaSide.trust(driver, mode, port, Map.of());
        Heard counter = listenToCounter(driver);
        counter.nextValue();
        Traffic traffic = Traffic.of(() -> OpcUaSide.right(driver, VARIABLES));
        traffic.awaitSuccesses(5);
        first.close();
        assertThat(counter.nextFailure()).contains("127.0.0.1:" + port);
        traffic.awaitFailures(1);
        server();
        traffic.awaitSuccesses(5);
        counter.nextValue();
        traffic.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "SignAndEncrypt"})
    void repliesInSmallPiecesAreReadAsTheyAre(String mode) throws Exception {
        try (Line line = new Line(port)) {
            line.replies(Spoilt.dribbling(200, 300));
            Hosted driver = driver(mode, line.port(), Map.of());
            OpcUaSide.trust(driver, mode, line.port(), Map.of());
            Reads.await("it is read", () -> OpcUaSide.right(driver, VARIABLES));
        }
    }

    @ParameterizedTest
    @CsvSource({"None, cut", "SignAndEncrypt, cut", "None, foreign", "SignAndEncrypt, foreign", "None, behind"})
    void aLineThatSpoilsRepliesGivesNoWrongValueAndIsReadOnceItIsWhole(String mode, String fault) throws Exception {
        Map<String, Supplier<Line.Replies>> faults = Map.of(
                "cut", Spoilt.cutInReply(6),
                "foreign",
                        Spoilt.foreignBefore(6, "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
                "behind", Spoilt.oneBehindFrom(6));
        try (Line line = new Line(port)) {
            Hosted driver = driver(mode, line.port(), Map.of());
            OpcUaSide.trust(driver, mode, line.port(), Map.of());
            driver.driver().disconnect();
            line.cut();
            line.replies(faults.get(fault));
            Reads.await("a read fails", () -> !OpcUaSide.right(driver, VARIABLES / 2));
            line.replies(() -> (piece, toClient) -> toClient.write(piece));
            line.cut();
            Reads.await("it is read", () -> OpcUaSide.right(driver, VARIABLES));
        }
    }

    @Test
    void anUnknownCertificateIsRefusedWithTheFingerprintThatMakesItTrusted() throws Exception {
        Hosted driver = driver("SignAndEncrypt", port, Map.of());
        assertThatThrownBy(driver.driver()::connect)
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("not trusted");
        assertThat(OpcUaSide.right(driver, VARIABLES)).isFalse();
        OpcUaSide.trust(driver, "SignAndEncrypt", port, Map.of());
        assertThat(read(driver, "v7", DataType.DOUBLE)).isEqualTo(7.0);
    }

    @Test
    void aCertificateWithoutTheAddressInTheUrlIsRefusedWithTheNamesItHas() throws Exception {
        Hosted driver = driver("SignAndEncrypt", port, Map.of());
        Map<String, Object> trusted =
                Map.of("security.trusted", OpcUaSide.fingerprintSaidBy(driver), "security.check.host", true);
        driver.update(OpcUaSide.config("SignAndEncrypt", port, trusted));
        assertThatThrownBy(driver.driver()::connect).hasMessageContaining("not for 127.0.0.1");
    }

    @Test
    void aServerThatDoesNotTrustThisDriverIsSaidSo() throws Exception {
        port = FreePorts.one();
        server("strict");
        Hosted driver = driver("SignAndEncrypt", port, Map.of());
        String fingerprint = OpcUaSide.fingerprintSaidBy(driver);
        driver.update(OpcUaSide.config("SignAndEncrypt", port, Map.of("security.trusted", fingerprint)));
        assertThatThrownBy(driver.driver()::connect)
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("refuses this client's certificate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "SignAndEncrypt"})
    void aWrongPasswordIsSaidSoAndTheRightOneReads(String mode) throws Exception {
        Map<String, Object> wrong = Map.of("user.name", "operator", "user.password", "false");
        Hosted driver = driver(mode, port, wrong);
        if (!mode.equals("None")) {
            Map<String, Object> trusted = new HashMap<>(wrong);
            trusted.put("security.trusted", OpcUaSide.fingerprintSaidBy(driver));
            driver.update(OpcUaSide.config(mode, port, trusted));
        }
        assertThatThrownBy(driver.driver()::connect)
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("user name");
        OpcUaSide.trust(driver, mode, port, Map.of("user.name", "operator", "user.password", "correct"));
        assertThat(read(driver, "v7", DataType.DOUBLE)).isEqualTo(7.0);
    }

    private Peer server() throws Exception {
        return server("open");
    }

    private Peer server(String trust) throws Exception {
        Peer peer = Peer.nodeOpcUa(port, folder.resolve(trust), trust);
        peers.add(peer);
        return peer;
    }

    private Hosted driver(String mode, int at, Map<String, Object> more) throws Exception {
        return host.opcUa("peer", OpcUaSide.config(mode, at, more));
    }

    /** What the certificate of servers with the open one's keys is known by. */
    private String fingerprint() throws Exception {
        try (Hosted driver = driver("SignAndEncrypt", sharedPort, Map.of())) {
            return OpcUaSide.fingerprintSaidBy(driver);
        }
    }

    private static Heard listenToCounter(Hosted driver) throws ConnectionException {
        Heard heard = new Heard();
        driver.driver()
                .registerChannelListener(Channels.listening(OpcUaSide.node("counter"), DataType.INTEGER, 50), heard);
        return heard;
    }

    private static Object read(Hosted driver, String id, DataType type) throws ConnectionException {
        return Reads.value(driver.driver(), Channels.variable(OpcUaSide.node(id), type));
    }
}
