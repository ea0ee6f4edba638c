/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.kura.message.KuraPayload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway that is managed over its cloud connection alone. */
class RemoteManagementIT {

    private static final String BIRTH = "$EDC/acme/gateway/MQTT/BIRTH";
    private static final String TIMER = "{'type':'STRING','value':'org.eclipse.kura.wire.Timer'}";

    @TempDir
    Path directory;

    private int port;

    @BeforeEach
    void findPort() throws IOException {
        port = freePort();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private interface Steps {
        void run(CloudSide cloud) throws Exception;
    }

    private void withGateway(String level, Steps steps) throws Exception {
        Path snapshot = directory.resolve("snapshot.xml");
        Files.writeString(snapshot, new SnapshotText().cloud(port).toString());
        try (BrokerProcess broker = BrokerProcess.start(port);
                CloudSide cloud = new CloudSide(port, "acme");
                GatewayProcess gateway = GatewayProcess.start(
                        level, "--data", directory.resolve("data").toString(), "--snapshot", snapshot.toString())) {
            gateway.awaitLine("All packages of this boot are in");
            cloud.await(BIRTH, message -> true);
            cloud.awaitAnswers();
            steps.run(cloud);
            gateway.terminate();
            broker.kill();
        }
    }

    private static String text(KuraPayload answer) {
        String body = answer.getBody() == null ? "" : new String(answer.getBody(), StandardCharsets.UTF_8);
        return answer.getMetric("response.code") + " " + body.replace('"', '\'');
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.6", "6.0"})
    void aGraphIsMadeChangedReadAndDeletedOverTheCloudConnection(String level) throws Exception {
        withGateway(level, cloud -> {
            assertThat(text(cloud.ask("WIRE-V1/GET/graph/snapshot", null, Map.of())))
                    .contains("'wires\\':[]");
            String graph =
                    "{'configs':[{'pid':'org.eclipse.kura.wire.graph.WireGraphService','properties':{'WireGraph':"
                            + "{'type':'STRING','value':'{\\'components\\':[{\\'pid\\':\\'tmr\\',\\'inputPortCount\\':0,"
                            + "\\'outputPortCount\\':1}],\\'wires\\':[]}'}}},"
                            + "{'pid':'tmr','properties':{'service.factoryPid':" + TIMER + "}}]}";

            assertThat(text(cloud.ask("WIRE-V1/PUT/graph/snapshot", graph, Map.of())))
                    .isEqualTo("200 ");
            assertThat(text(cloud.ask(
                            "CONF-V2/PUT/configurableComponents/configurations/_update",
                            "{'configs':[{'pid':'tmr','properties':{'simple.interval':{'type':'INTEGER','value':77}}}]}",
                            Map.of())))
                    .isEqualTo("200 ");
            assertThat(text(cloud.ask("WIRE-V1/GET/graph/snapshot", null, Map.of())))
                    .contains("'simple.interval':{'value':77,'type':'INTEGER'}");
            assertThat(text(cloud.ask("WIRE-V1/DEL/graph", null, Map.of()))).isEqualTo("200 ");
            assertThat(text(cloud.ask(
                            "CONF-V2/POST/configurableComponents/configurations/byPid", "{'pids':['tmr']}", Map.of())))
                    .isEqualTo("200 {'configs':[]}");
        });
    }

    @Test
    void aSystemThatStartsAnswersForEveryApplicationOfOurs() throws Exception {
        withGateway("5.6", cloud -> {
            assertThat(text(cloud.ask("INVENTORY-V1/GET/bundles", null, Map.of())))
                    .contains("{'name':'io.tohu.kura','version':");
            assertThat(text(cloud.ask("CONF-V2/GET/factoryComponents", null, Map.of())))
                    .contains("org.eclipse.kura.wire.Timer");
            assertThat(text(cloud.ask("WIRE-V1/GET/metadata", null, Map.of())))
                    .contains("'factoryPid':'org.eclipse.kura.wire.WireAsset'", "'id':'emit.on.change'");
        });
    }

    /** Seen on Kura 5.6: the connection is rebuilt first, and the reply waits for it in the message store. */
    @Test
    void aChangeOfTheTransportIsAnsweredOnceTheConnectionIsBack() throws Exception {
        withGateway("5.6", cloud -> {
            assertThat(text(cloud.ask(
                            "CONF-V2/PUT/configurableComponents/configurations/_update",
                            "{'configs':[{'pid':'org.eclipse.kura.core.data.transport.mqtt.MqttDataTransport',"
                                    + "'properties':{'keep-alive':{'type':'INTEGER','value':33}}}]}",
                            Map.of())))
                    .isEqualTo("200 ");

            cloud.await("$EDC/acme/gateway/MQTT/DC", message -> true);
        });
    }

    /** Kura checks no value against the form; the component is asked to cope. */
    @Test
    void aLongForAnIntegerIsTakenOverTheCloudConnection() throws Exception {
        withGateway("5.6", cloud -> {
            assertThat(text(cloud.ask(
                            "CONF-V2/PUT/configurableComponents/configurations/_update",
                            "{'configs':[{'pid':'org.eclipse.kura.data.DataService',"
                                    + "'properties':{'store.purge-age':{'type':'LONG','value':61}}}]}",
                            Map.of())))
                    .isEqualTo("200 ");

            assertThat(text(cloud.ask(
                            "CONF-V2/POST/configurableComponents/configurations/byPid",
                            "{'pids':['org.eclipse.kura.data.DataService']}",
                            Map.of())))
                    .contains("'store.purge-age':{'value':61,'type':'LONG'}");
        });
    }

    /** Downloads and installs over the cloud connection; the file is the test package's, whatever its name. */
    private KuraPayload install(CloudSide cloud, Path packageFile, long job) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, Files.size(packageFile));
            Files.copy(packageFile, exchange.getResponseBody());
            exchange.close();
        });
        server.start();
        try {
            assertThat(text(cloud.ask(
                            "DEPLOY-V2/EXEC/download",
                            null,
                            Map.of(
                                    "dp.uri",
                                    "http://127.0.0.1:" + server.getAddress().getPort() + "/late.dp",
                                    "dp.name",
                                    TestPackage.NAME,
                                    "dp.version",
                                    "1.0.0",
                                    "dp.download.protocol",
                                    "HTTP",
                                    "job.id",
                                    job,
                                    "dp.install.system.update",
                                    false))))
                    .isEqualTo("200 ");
            return cloud.await("$EDC/acme/asker/DEPLOY-V2/NOTIFY/gateway/install", message -> Long.valueOf(job)
                    .equals(message.getMetric("job.id")));
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.6", "6.0"})
    void aPackageWhoseBundleDoesNotResolveIsSaidToBeCompletedAndStaysInstalled(String level) throws Exception {
        Path file = directory.resolve("late.dp");
        TestPackage.write(file, "1.0.0", "does.not.exist");
        withGateway(level, cloud -> {
            assertThat(install(cloud, file, 1).getMetric("dp.install.status")).isEqualTo("COMPLETED");

            assertThat(text(cloud.ask("INVENTORY-V1/GET/deploymentPackages", null, Map.of())))
                    .contains("'state':'INSTALLED'");
        });
    }

    @Test
    void aPackageThatIsInstalledOverTheCloudConnectionIsThereAfterARestart() throws Exception {
        Path file = directory.resolve("late.dp");
        TestPackage.write(file, "1.0.0");
        withGateway("5.6", cloud -> {
            assertThat(install(cloud, file, 1).getMetric("dp.install.status")).isEqualTo("COMPLETED");
            assertThat(text(cloud.ask("CONF-V2/GET/factoryComponents", null, Map.of())))
                    .contains(TestPackage.FACTORY);
        });

        withGateway("5.6", cloud -> {
            assertThat(text(cloud.ask("INVENTORY-V1/GET/deploymentPackages", null, Map.of())))
                    .contains("'state':'ACTIVE'");
            cloud.ask("DEPLOY-V2/EXEC/uninstall", null, Map.of("dp.name", TestPackage.NAME, "job.id", 2L));
            cloud.await("$EDC/acme/asker/DEPLOY-V2/NOTIFY/gateway/uninstall", message -> true);
            assertThat(text(cloud.ask("DEPLOY-V2/GET/packages", null, Map.of())))
                    .endsWith("<packages/>\n");
        });
    }
}
