/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tohu.modbus.internal.peer.Await;
import io.tohu.modbus.internal.peer.FakeDevice;
import io.tohu.modbus.internal.peer.Heard;
import io.tohu.modbus.internal.peer.LocalServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.driver.Driver.ConnectionException;
import org.eclipse.kura.driver.PreparedRead;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices that are not there, go away, and come back; and what the driver keeps when it is reconfigured or stops. */
class ConnectionLossTest {

    private final FieldThreads threads = new FieldThreads();
    private final Map<String, Object> config = new HashMap<>();
    private LocalServer server;
    private ModbusDriver driver;

    @BeforeEach
    void start() {
        server = new LocalServer();
        server.holding(1, 42);
        config.put("host", "127.0.0.1");
        config.put("port", server.port());
        config.put("reconnect.min", 10);
        config.put("reconnect.max", 50);
        driver = new ModbusDriver(Configs.of(config), Map.of("kura.service.pid", "plc"), threads, Configs.ports());
    }

    @AfterEach
    void stop() {
        driver.deactivate();
        server.close();
        threads.close();
    }

    private static Map<String, Object> listened(int address, Object... more) {
        Map<String, Object> settings = Channels.settings("ch" + address, "HOLDING_REGISTER", address, "UINT16", more);
        settings.put("+value.type", "INTEGER");
        settings.putIfAbsent("poll.interval", "10");
        return settings;
    }

    private boolean reads() {
        try {
            ChannelRecord record = Channels.holding(1);
            driver.read(List.of(record));
            return record.getChannelStatus().getChannelFlag() == ChannelFlag.SUCCESS;
        } catch (ConnectionException e) {
            return false;
        }
    }

    @Test
    void aDeviceThatIsDownIsNamedWithTheReasonAndFoundOnceItIsUp() {
        server.stop();

        assertThatThrownBy(driver::connect)
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("127.0.0.1:" + server.port())
                .hasMessageContaining("connection refused");
        assertThatThrownBy(() -> driver.read(List.of(Channels.holding(1)))).isInstanceOf(ConnectionException.class);

        server.start();
        Await.until("a read works", this::reads);
    }

    @Test
    void aPreparedReadTellsTheLossInItsRecordsAndWorksAgainAfterTheDeviceWasAway() throws Exception {
        PreparedRead read = driver.prepareRead(List.of(Channels.holding(1)));
        read.execute();
        server.stop();
        Await.until("the loss is told", () -> tellsThatNothingListens(read));
        server.holding(1, 43);
        server.start();

        Await.until("the prepared read works", () -> {
            try {
                return read.execute().get(0).getValue().getValue().equals(43);
            } catch (Exception e) {
                return false;
            }
        });
    }

    @Test
    void aWriteToADeviceThatIsAwayFailsOnTheRecordToo() {
        server.stop();
        ChannelRecord record = Channels.toWrite(TypedValues.newIntegerValue(1), "HOLDING_REGISTER", 1, "UINT16");

        assertThatThrownBy(() -> driver.write(List.of(record))).isInstanceOf(ConnectionException.class);
        assertThat(record.getChannelStatus().getExceptionMessage()).contains("connection refused");
    }

    @Test
    void aListenerHearsTheFirstValueChangesTheLossOnceAndTheReturn() throws Exception {
        Heard heard = new Heard();
        driver.registerChannelListener(listened(1), heard);
        assertThat(heard.nextValue()).isEqualTo(42);
        server.holding(1, 43);
        assertThat(heard.nextValue()).isEqualTo(43);

        server.stop();
        String lost = heard.nextFailure();
        // A reading may fall between the loss and the first vain attempt to reconnect, or not.
        String refused = lost.contains("connection refused") ? lost : heard.nextFailure();
        assertThat(lost).contains("127.0.0.1:" + server.port());
        assertThat(refused).contains("connection refused");
        server.start();

        assertThat(heard.valueAfterFailures()).as("though unchanged").isEqualTo(43);
    }

    @Test
    void aListenerRegisteredBeforeTheDeviceIsUpHearsWhyAndThenTheValue() throws Exception {
        server.stop();
        Heard heard = new Heard();
        driver.registerChannelListener(listened(1), heard);
        assertThat(heard.nextFailure()).contains("connection refused");

        server.start();

        assertThat(heard.valueAfterFailures()).isEqualTo(42);
    }

    @Test
    void anUnregisteredListenerHearsNothingMoreAndTheOthersGoOn() throws Exception {
        Heard first = new Heard();
        Heard second = new Heard();
        driver.registerChannelListener(listened(1, "deadband", -1), first);
        driver.registerChannelListener(listened(1, "deadband", -1), second);
        first.next();

        driver.unregisterChannelListener(first);
        second.next();
        int heard = first.waiting();
        for (int i = 0; i < 5; i++) {
            second.next();
        }

        assertThat(first.waiting()).isLessThanOrEqualTo(heard + 1);
    }

    @Test
    void changedSettingsThatDoNotTouchTheLineKeepTheConnection() throws Exception {
        try (FakeDevice device = new FakeDevice()) {
            config.put("port", device.port());
            driver.modified(Configs.of(config), Map.of());
            driver.connect();
            config.put("max.gap", 3);
            config.put("address.base", 1);
            config.put("requests.in.flight", 4);
            config.put("request.pause", 1);
            config.put("refused.retry", 5);
            config.put("reconnect.max", 90);
            driver.modified(Configs.of(config), Map.of());
            Thread reader = new Thread(this::reads);
            reader.start();
            FakeDevice.Request first = device.next();
            first.answer(1, 1);
            reader.join();

            config.put("request.timeout", 900);
            driver.modified(Configs.of(config), Map.of());

            assertThat(first.address()).isZero();
            assertThat(device.connections()).isEqualTo(1);
            assertThat(first.socket().getInputStream().read()).as("closed now").isEqualTo(-1);
        }
    }

    @Test
    void aWrongConfigurationSaysEverythingThatIsWrongAndIsCuredByARightOne() {
        int port = server.port();
        config.put("port", 0);
        config.put("framing", "ASCII");
        driver.modified(Configs.of(config), Map.of());

        assertThatThrownBy(driver::connect)
                .hasMessageContaining("port is 0")
                .hasMessageContaining("framing is \"ASCII\"");

        config.put("port", port);
        config.remove("framing");
        driver.modified(Configs.of(config), Map.of());
        assertThat(reads()).isTrue();
    }

    @Test
    void aDisconnectedDriverConnectsAgainWhenItIsUsed() {
        assertThat(reads()).isTrue();
        driver.disconnect();

        assertThat(reads()).isTrue();
    }

    @Test
    void aStoppedDriverLeavesNoThreadAndNoSocketBehind() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (FakeDevice device = new FakeDevice()) {
            FieldThreads own = new FieldThreads();
            config.put("port", device.port());
            ModbusDriver other = new ModbusDriver(Configs.of(config), Map.of(), own, Configs.ports());
            other.registerChannelListener(listened(1), new Heard());
            FakeDevice.Request request = device.next();
            Set<Thread> its = Thread.getAllStackTraces().keySet().stream()
                    .filter(t -> t.getName().startsWith("tohu-modbus") && !before.contains(t))
                    .collect(Collectors.toSet());

            other.deactivate();
            own.close();

            assertThat(request.socket().getInputStream().read()).isEqualTo(-1);
            assertThat(its).isNotEmpty();
            Await.until("its threads end", () -> its.stream().noneMatch(Thread::isAlive));
        }
    }

    private static boolean tellsThatNothingListens(PreparedRead read) {
        try {
            ChannelRecord record = read.execute().get(0);
            return record.getChannelStatus().getChannelFlag() == ChannelFlag.FAILURE
                    && record.getChannelStatus().getExceptionMessage().contains("nothing listens on this port")
                    && record.getValue() == null;
        } catch (Exception e) {
            throw new IllegalStateException("a prepared read must not throw for want of a connection", e);
        }
    }
}
