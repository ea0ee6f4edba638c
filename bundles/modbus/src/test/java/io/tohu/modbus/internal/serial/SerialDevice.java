/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.serial;

import com.digitalpetri.modbus.Crc16;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Devices at the far end of a line: registers that can be read and set, and whatever else a test wants to send. */
final class SerialDevice implements AutoCloseable {

    /** By unit and address, as {@code 1000 * unit + address}. */
    final Map<Integer, Integer> registers = new ConcurrentHashMap<>();
    /** Requests that the test answers itself, or leaves; all others are answered at once. */
    volatile Predicate<Request> kept = request -> false;

    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final DataInputStream in;
    private final OutputStream out;
    private volatile long silent;

    SerialDevice(Path port) throws IOException {
        in = new DataInputStream(Files.newInputStream(port));
        out = Files.newOutputStream(port);
        Thread thread = new Thread(this::serve, "serial-device");
        thread.setDaemon(true);
        thread.start();
    }

    /** @param quiet nanoseconds between the last byte that was sent and its first */
    record Request(byte[] frame, long quiet) {

        int unit() {
            return frame[0];
        }

        int function() {
            return frame[1];
        }

        int address() {
            return ByteBuffer.wrap(frame).getShort(2) & 0xFFFF;
        }

        int value() {
            return ByteBuffer.wrap(frame).getShort(4) & 0xFFFF;
        }
    }

    /** The next request that was kept. */
    Request next() throws InterruptedException {
        Request request = requests.poll(5, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    /** The next request that was kept; null when none comes. */
    Request nextWithin(long millis) throws InterruptedException {
        return requests.poll(millis, TimeUnit.MILLISECONDS);
    }

    /** As the device would. */
    void answer(Request request) throws IOException {
        byte[] frame = request.frame();
        switch (request.function()) {
            case 3 -> {
                ByteBuffer reply = ByteBuffer.allocate(3 + 2 * request.value());
                reply.put(frame, 0, 2).put((byte) (2 * request.value()));
                for (int i = 0; i < request.value(); i++) {
                    reply.putShort(
                            (short) (int) registers.getOrDefault(1000 * request.unit() + request.address() + i, 0));
                }
                send(reply.array());
            }
            case 6 -> {
                registers.put(1000 * request.unit() + request.address(), request.value());
                send(ByteBuffer.allocate(6).put(frame, 0, 6).array());
            }
            default -> send((byte) request.unit(), (byte) (request.function() | 0x80), (byte) 1);
        }
    }

    /** Sends bytes with the checksum that belongs to them. */
    void send(byte... bytes) throws IOException {
        Crc16 crc = new Crc16();
        crc.update(ByteBuffer.wrap(bytes));
        raw(ByteBuffer.allocate(bytes.length + 2)
                .put(bytes)
                .put((byte) crc.getValue())
                .put((byte) (crc.getValue() >> 8))
                .array());
    }

    void raw(byte... bytes) throws IOException {
        out.write(bytes);
        silent = System.nanoTime();
    }

    private void serve() {
        try {
            while (true) {
                byte[] frame = new byte[8];
                frame[0] = in.readByte();
                long quiet = System.nanoTime() - silent;
                in.readFully(frame, 1, 7);
                Request request = new Request(frame, quiet);
                if (kept.test(request)) {
                    requests.add(request);
                } else {
                    answer(request);
                }
            }
        } catch (IOException e) {
            // The line was unplugged: the end of this thread.
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
