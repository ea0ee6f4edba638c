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
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.driver.Driver.ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A device that spoils most of its replies, everywhere but in the values themselves: Modbus TCP has no checksum over
 * those, so a changed value is a value.
 */
class FuzzedRepliesTest {

    private static final int ROUNDS = Integer.getInteger("tohu.fuzz.rounds", 1_000);

    private final Random random = new Random(4711);

    @Test
    @Timeout(600)
    void noSpoiledReplyIsTakenForAValueOrHangsTheDriver() throws Exception {
        try (FakeDevice device = new FakeDevice();
                FieldThreads threads = new FieldThreads()) {
            ModbusDriver driver = new ModbusDriver(
                    Configs.of(Map.of(
                            "host", "127.0.0.1",
                            "port", device.port(),
                            "request.timeout", 20,
                            "request.retries", 0,
                            "reconnect.min", 10,
                            "reconnect.max", 10)),
                    Map.of(),
                    threads,
                    Configs.ports());
            AtomicBoolean spoiling = new AtomicBoolean(true);
            Thread answering = new Thread(() -> answer(device, spoiling), "fuzzed-device");
            answering.start();

            int good = 0;
            for (int round = 0; round < ROUNDS; round++) {
                driver.connect();
                good += read(driver, 1 + round % 50) ? 1 : 0;
            }
            assertThat(good).as("replies left whole").isBetween(1, ROUNDS - 1);

            spoiling.set(false);
            Await.until("an honest device is read again", () -> read(driver, 7));
            driver.deactivate();
            answering.interrupt();
            answering.join();
        }
    }

    /** Every register holds its own address, and the one after it the complement. */
    private static boolean read(ModbusDriver driver, int address) {
        List<ChannelRecord> records = List.of(Channels.holding(address), Channels.holding(address + 1));
        try {
            driver.read(records);
        } catch (ConnectionException e) {
            return false;
        }
        boolean good = true;
        for (ChannelRecord record : records) {
            if (record.getChannelStatus().getChannelFlag() == ChannelFlag.SUCCESS) {
                int expected = record == records.get(0) ? address : ~address & 0xFFFF;
                assertThat(record.getValue().getValue()).isEqualTo(expected);
            } else {
                good = false;
            }
        }
        return good;
    }

    private void answer(FakeDevice device, AtomicBoolean spoiling) {
        try {
            while (true) {
                Request request = device.next(60_000);
                byte[] reply = ByteBuffer.allocate(13)
                        .putShort((short) request.id())
                        .putShort((short) 0)
                        .putShort((short) 7)
                        .put((byte) request.unit())
                        .put((byte) 3)
                        .put((byte) 4)
                        .putShort((short) request.address())
                        .putShort((short) ~request.address())
                        .array();
                try {
                    request.raw(spoiling.get() ? spoil(reply) : reply);
                } catch (IOException e) {
                    // The driver has had enough of this connection.
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] spoil(byte[] reply) {
        byte[] spoiled = reply.clone();
        switch (random.nextInt(6)) {
            case 0 -> spoiled[random.nextInt(9)] ^= (byte) (1 << random.nextInt(8));
            case 1 -> spoiled[random.nextInt(9)] = (byte) random.nextInt(256);
            case 2 -> spoiled = Arrays.copyOf(reply, random.nextInt(reply.length));
            case 3 -> spoiled = Arrays.copyOf(reply, reply.length + 1 + random.nextInt(20));
            case 4 -> {
                spoiled = new byte[reply.length + 1 + random.nextInt(8)];
                random.nextBytes(spoiled);
                System.arraycopy(reply, 0, spoiled, spoiled.length - reply.length, reply.length);
            }
            default -> {
                // Some replies must be whole, or nothing would be read at all.
            }
        }
        return spoiled;
    }
}
