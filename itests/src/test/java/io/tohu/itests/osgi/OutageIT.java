/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.inject.Inject;
import org.eclipse.kura.KuraStoreException;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.data.DataService;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Every message that the data service has taken arrives, whatever happens between the gateway and its broker. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class OutageIT {

    private static final String OUTBOX = "io.tohu.outbox.Outbox";
    private static final String TRANSPORT = "org.eclipse.kura.core.data.transport.mqtt.MqttDataTransport";
    private static final String DATA = "org.eclipse.kura.data.DataService";
    private static final int TELEMETRY = 4;
    private static final int ALARM = 1;
    private static final long DEADLINE_MILLIS = 60_000;

    @Inject
    private BundleContext context;

    @Inject
    private ConfigurationService configurations;

    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private OutageBroker broker;
    private Link link;
    private int port;
    private MqttClient cloud;
    private DataService data;

    @Configuration
    public Option[] gateway() throws Exception {
        TestGateway gateway = new TestGateway();
        return gateway.withPackage("outbox")
                .withProperty("itest.folder", gateway.folder())
                .withProperty("itest.broker", gateway.layout().classPath("distrib/broker"))
                .options();
    }

    @Before
    public void connect() throws Exception {
        assumeTrue(
                "the outages are the same on both levels",
                "5.6".equals(System.getProperty("tohu.level")) || Boolean.getBoolean("tohu.full"));
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        broker =
                new OutageBroker(Path.of(System.getProperty("itest.folder")), port, System.getProperty("itest.broker"));
        broker.start();
        listen();
        link = new Link(port);
        configurations.createFactoryConfiguration(OUTBOX, "outbox", Map.of(), false);
        configurations.createFactoryConfiguration(
                TRANSPORT,
                TRANSPORT,
                Map.of(
                        "broker-url",
                        "mqtt://127.0.0.1:" + link.port(),
                        "topic.context.account-name",
                        "acme",
                        "client-id",
                        "gateway",
                        "username",
                        "",
                        "keep-alive",
                        2,
                        "timeout",
                        5),
                false);
        configurations.createFactoryConfiguration(
                DATA,
                DATA,
                Map.of(
                        "connect.auto-on-startup",
                        true,
                        "connect.retry-interval",
                        1,
                        "disconnect.quiesce-timeout",
                        0,
                        "store.db.service.pid",
                        "outbox",
                        "store.capacity",
                        Integer.MAX_VALUE,
                        "in-flight-messages.congestion-timeout",
                        2,
                        "enable.rate.limit",
                        false),
                false);
        assertThat(Await.until(DEADLINE_MILLIS, this::isConnected))
                .as("connected")
                .isTrue();
    }

    private boolean isConnected() {
        ServiceReference<DataService> reference = context.getServiceReference(DataService.class);
        data = reference == null ? null : context.getService(reference);
        return data != null && data.isConnected();
    }

    private void listen() throws MqttException {
        cloud = new MqttClient("tcp://127.0.0.1:" + port, "cloud", new MemoryPersistence());
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMaxInflight(1000);
        cloud.connect(options);
        cloud.subscribe(
                "acme/gateway/test/#",
                1,
                (topic, message) -> arrived.add(new String(message.getPayload(), StandardCharsets.UTF_8)));
    }

    @After
    public void disconnect() throws Exception {
        if (broker == null) {
            return;
        }
        for (String pid : List.of(DATA, TRANSPORT, "outbox")) {
            configurations.deleteFactoryConfiguration(pid, false);
        }
        Await.until(DEADLINE_MILLIS, () -> context.getServiceReference(DataService.class) == null);
        link.close();
        cloud.disconnectForcibly(1, 1);
        cloud.close();
        broker.close();
    }

    /** As Batch does: what is not taken is tried again. */
    private void publish(String text, int priority) {
        assertThat(Await.until(DEADLINE_MILLIS, () -> isTaken(text, priority)))
                .as("%s was taken at last", text)
                .isTrue();
        accepted.add(text);
    }

    private boolean isTaken(String text, int priority) {
        try {
            ServiceReference<DataService> reference = context.getServiceReference(DataService.class);
            context.getService(reference)
                    .publish(
                            "#account-name/#client-id/test/t",
                            text.getBytes(StandardCharsets.UTF_8),
                            1,
                            false,
                            priority);
            return true;
        } catch (KuraStoreException e) {
            return false;
        }
    }

    private void publishMany(String name, int count) {
        for (int i = 0; i < count; i++) {
            publish(name + " " + i, TELEMETRY);
        }
    }

    private void assertEverythingArrives() {
        Set<String> missing = new LinkedHashSet<>(accepted);
        boolean all = Await.until(DEADLINE_MILLIS, () -> {
            missing.removeAll(new ArrayList<>(arrived));
            return missing.isEmpty();
        });
        assertThat(all).as("missing of %d: %s", accepted.size(), missing).isTrue();
    }

    private void awaitDisconnected() {
        assertThat(Await.until(DEADLINE_MILLIS, () -> !data.isConnected()))
                .as("disconnected")
                .isTrue();
    }

    @Test
    public void afterAnOutageUnderLoadEverythingArrivesAndAlarmsLeaveFirst() {
        publishMany("before", 50);
        assertEverythingArrives();
        link.become(Link.State.DOWN);
        awaitDisconnected();
        publishMany("during", 1000);
        for (int i = 0; i < 5; i++) {
            publish("alarm " + i, ALARM);
        }
        int before = arrived.size();
        link.become(Link.State.UP);
        assertEverythingArrives();

        assertThat(arrived.subList(before, before + 5)).allMatch(text -> text.startsWith("alarm"));
    }

    @Test
    public void aLinkThatComesAndGoesEverySecondLosesNothing() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger published = new AtomicInteger();
        Thread source = new Thread(
                () -> {
                    while (!over.get()) {
                        publish("flapping " + published.getAndIncrement(), TELEMETRY);
                    }
                },
                "source");
        source.start();
        for (int i = 0; i < 4; i++) {
            link.become(Link.State.DOWN);
            awaitDisconnected();
            link.become(Link.State.UP);
            assertThat(Await.until(DEADLINE_MILLIS, this::isConnected)).isTrue();
        }
        over.set(true);
        source.join();

        assertEverythingArrives();
        assertThat(published.get()).isPositive();
    }

    @Test
    public void aConnectionThatIsOnlyHalfThereIsGivenUpAndNothingIsLost() {
        publishMany("before", 20);
        link.become(Link.State.SILENT);
        publishMany("into the void", 200);
        awaitDisconnected();
        link.become(Link.State.DOWN);
        link.become(Link.State.UP);

        assertEverythingArrives();
    }

    @Test
    public void aBrokerThatForgetsItsSessionsIsSentAgainWhatItHadNotConfirmed() throws Exception {
        publishMany("before", 20);
        assertEverythingArrives();
        link.become(Link.State.DOWN);
        broker.kill();
        publishMany("during", 200);
        broker.start();
        cloud.close(true);
        listen();
        link.become(Link.State.UP);

        assertEverythingArrives();
    }

    @Test
    public void aSlowLinkTakesLongerAndLosesNothing() {
        link.become(Link.State.SLOW);
        publishMany("slow", 300);

        assertEverythingArrives();
    }

    @Test
    public void anOutboxThatIsUpgradedInTheOutageKeepsWhatItHas() throws Exception {
        publishMany("before", 50);
        link.become(Link.State.DOWN);
        awaitDisconnected();
        publishMany("during", 200);
        Bundle outbox = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals("io.tohu.outbox"))
                .findFirst()
                .orElseThrow();
        Thread source = new Thread(() -> publishMany("while upgraded", 200), "source");
        source.start();
        try (InputStream same = new java.net.URL(outbox.getLocation()).openStream()) {
            outbox.update(same);
        }
        source.join();
        publish("alarm", ALARM);
        link.become(Link.State.UP);

        assertEverythingArrives();
    }
}
