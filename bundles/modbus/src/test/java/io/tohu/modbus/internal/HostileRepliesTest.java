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

import io.tohu.modbus.internal.peer.Await;
import io.tohu.modbus.internal.peer.FakeDevice;
import io.tohu.modbus.internal.peer.FakeDevice.Request;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.driver.Driver.ConnectionException;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The driver against a device that answers late, short, for others, or nonsense. */
class HostileRepliesTest {

    private final FieldThreads threads = new FieldThreads();
    private final Map<String, Object> config = new HashMap<>();
    private FakeDevice device;
    private ModbusDriver driver;

    @BeforeEach
    void start() throws Exception {
        device = new FakeDevice();
        config.put("host", "127.0.0.1");
        config.put("port", device.port());
        config.put("request.timeout", 200);
        config.put("request.retries", 0);
        config.put("reconnect.min", 10);
        config.put("max.gap", 0);
        driver = new ModbusDriver(Configs.of(config), Map.of("kura.service.pid", "plc"), threads, Configs.ports());
    }

    @AfterEach
    void stop() throws Exception {
        driver.deactivate();
        device.close();
        threads.close();
    }

    private CompletableFuture<List<ChannelRecord>> reading(int... addresses) {
        List<ChannelRecord> records =
                Arrays.stream(addresses).mapToObj(Channels::holding).toList();
        return CompletableFuture.supplyAsync(() -> {
            try {
                driver.read(records);
            } catch (ConnectionException e) {
                throw new IllegalStateException(e);
            }
            return records;
        });
    }

    private static String failure(ChannelRecord record) {
        assertThat(record.getChannelStatus().getChannelFlag()).isEqualTo(ChannelFlag.FAILURE);
        return record.getChannelStatus().getExceptionMessage();
    }

    @Test
    void aLateReplyNeverReachesANewRequest() throws Exception {
        CompletableFuture<List<ChannelRecord>> first = reading(1);
        Request late = device.next();
        assertThat(failure(first.get().get(0))).contains("unit 1, holding register 1", "no reply");

        CompletableFuture<List<ChannelRecord>> second = reading(1);
        Request next = device.next();
        late.answer(111, 1);
        next.answer(222, 1);

        assertThat(second.get().get(0).getValue().getValue()).isEqualTo(222);
    }

    @Test
    void aReplyInTheNameOfAnotherUnitIsNotTakenAndTheRightOneStillIs() throws Exception {
        CompletableFuture<List<ChannelRecord>> reading = reading(1);
        Request request = device.next();
        request.send(request.id(), 9, (byte) 3, (byte) 2, (byte) 0, (byte) 111);
        request.answer(222, 1);

        assertThat(reading.get().get(0).getValue().getValue()).isEqualTo(222);
    }

    @Test
    void aReplyUnderATransactionThatWasNeverAskedIsNotTaken() throws Exception {
        CompletableFuture<List<ChannelRecord>> reading = reading(1);
        Request request = device.next();
        request.send(request.id() + 1, 1, (byte) 3, (byte) 2, (byte) 0, (byte) 111);
        request.answer(222, 1);

        assertThat(reading.get().get(0).getValue().getValue()).isEqualTo(222);
    }

    @Test
    void aReplyToAnotherFunctionIsRefused() throws Exception {
        CompletableFuture<List<ChannelRecord>> reading = reading(1);
        Request request = device.next();
        request.send(request.id(), 1, (byte) 4, (byte) 2, (byte) 0, (byte) 111);

        assertThat(failure(reading.get().get(0))).contains("unexpected function code");
    }

    @Test
    void aReplyWithFewerRegistersThanAskedForIsRefused() throws Exception {
        CompletableFuture<List<ChannelRecord>> reading = reading(1, 2);
        device.next().answer(111, 1);

        assertThat(failure(reading.get().get(0))).contains("carries 2 bytes where 4 were asked for");
    }

    @Test
    void aReplyWithMoreRegistersThanAskedForIsRefused() throws Exception {
        CompletableFuture<List<ChannelRecord>> reading = reading(1);
        device.next().answer(111, 2);

        assertThat(failure(reading.get().get(0))).contains("carries 4 bytes where 2 were asked for");
    }

    @Test
    void aReplyThatEndsBeforeItsCountIsRefused() throws Exception {
        CompletableFuture<List<ChannelRecord>> reading = reading(1);
        Request request = device.next();
        request.send(request.id(), 1, (byte) 3, (byte) 2, (byte) 0);

        assertThat(failure(reading.get().get(0))).contains("cut off");
    }

    @Test
    void aReplyThatGoesOnAfterItsCountIsRefused() throws Exception {
        CompletableFuture<List<ChannelRecord>> reading = reading(1);
        Request request = device.next();
        request.send(request.id(), 1, (byte) 3, (byte) 2, (byte) 0, (byte) 1, (byte) 2);

        assertThat(failure(reading.get().get(0))).contains("longer than it says");
    }

    @Test
    void aFrameCutByTheEndOfTheConnectionFailsAtOnceAndTheNextReadWorksAgain() throws Exception {
        CompletableFuture<List<ChannelRecord>> reading = reading(1);
        Request request = device.next();
        request.raw((byte) 0, (byte) request.id(), (byte) 0, (byte) 0, (byte) 0, (byte) 5, (byte) 1, (byte) 3);
        request.hangUp();

        assertThat(reading.handle((r, e) -> e).get())
                .hasMessageContaining("127.0.0.1:" + device.port())
                .hasMessageContaining("the device closed it");
        Await.until("the driver is connected again", this::readsAgain);
    }

    @Test
    void bytesThatAreNoModbusEndTheConnectionInsteadOfSwallowingWhatFollows() throws Exception {
        CompletableFuture<List<ChannelRecord>> reading = reading(1);
        device.next().raw("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());

        assertThat(reading.handle((r, e) -> e).get()).hasMessageContaining("is this a Modbus TCP port?");
        Await.until("the driver is connected again", this::readsAgain);
    }

    @Test
    void aDeviceThatFallsSilentIsReconnectedAfterAFewRequests() throws Exception {
        CompletableFuture<List<ChannelRecord>> reading = reading(1, 10, 20, 30);
        Request first = device.next();
        device.next();
        device.next();

        assertThat(reading.get()).allSatisfy(r -> assertThat(failure(r)).isNotEmpty());
        assertThat(first.socket().getInputStream().read())
                .as("its connection was closed")
                .isEqualTo(-1);
    }

    @Test
    void aWriteWithoutReplyIsNeverRepeated() throws Exception {
        config.put("request.retries", 3);
        driver.modified(Configs.of(config), Map.of());
        ChannelRecord record = Channels.toWrite(TypedValues.newIntegerValue(1), "HOLDING_REGISTER", 1, "UINT16");

        driver.write(List.of(record));

        assertThat(failure(record)).contains("no reply");
        assertThat(device.next().function()).isEqualTo(6);
        assertThat(device.next(300)).isNull();
    }

    @Test
    void aReadWithoutReplyIsRepeated() throws Exception {
        config.put("request.retries", 1);
        driver.modified(Configs.of(config), Map.of());
        CompletableFuture<List<ChannelRecord>> reading = reading(1);
        device.next();
        device.next().answer(5, 1);

        assertThat(reading.get().get(0).getValue().getValue()).isEqualTo(5);
    }

    @Test
    void aConfirmationOfAnotherWriteIsAFailure() throws Exception {
        ChannelRecord record = Channels.toWrite(TypedValues.newIntegerValue(1), "HOLDING_REGISTER", 1, "UINT16");
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            try {
                driver.write(List.of(record));
            } catch (ConnectionException e) {
                throw new IllegalStateException(e);
            }
        });
        Request request = device.next();
        request.send(request.id(), 1, (byte) 6, (byte) 0, (byte) 1, (byte) 0, (byte) 2);
        writing.get();

        assertThat(failure(record)).contains("another write");
    }

    @Test
    void aSilentUnitHoldsUpTheOthersBehindItsGatewayOnlyOnce() throws Exception {
        CompletableFuture<List<ChannelRecord>> first = reading(1);
        device.next().answer(1, 1);
        first.get();
        ChannelRecord silent = Channels.toRead(DataType.INTEGER, "HOLDING_REGISTER", 1, "UINT16", "unit.id", 2);
        driver.read(List.of(silent));
        assertThat(failure(silent)).contains("unit 2", "no reply");
        assertThat(device.next().unit()).isEqualTo(2);

        driver.read(List.of(silent));

        assertThat(failure(silent)).contains("left alone");
        assertThat(device.next(50)).isNull();
    }

    @Test
    void requestsAreInFlightTogetherAsFarAsConfiguredAndNoFurther() throws Exception {
        config.put("requests.in.flight", 2);
        driver.modified(Configs.of(config), Map.of());
        CompletableFuture<List<ChannelRecord>> reading = reading(1, 10, 20);
        Request first = device.next();
        Request second = device.next();
        assertThat(device.next(50)).as("a third before any reply").isNull();

        second.answer(2, 1);
        device.next().answer(3, 1);
        first.answer(1, 1);

        assertThat(reading.get().stream().map(r -> (Object) r.getValue().getValue()))
                .containsExactly(1, 2, 3);
    }

    private boolean readsAgain() {
        try {
            CompletableFuture<List<ChannelRecord>> reading = reading(1);
            Request request = device.next(100);
            if (request == null) {
                return false;
            }
            request.answer(7, 1);
            return reading.get().get(0).getValue().getValue().equals(7);
        } catch (Exception e) {
            return false;
        }
    }
}
