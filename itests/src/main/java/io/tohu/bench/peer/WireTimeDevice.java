/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.peer;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A Modbus RTU device at the end of a line that has no speed of its own, which takes the time that a wire would: for each
 * character of request and reply, and for the silence by which a device knows that a request has ended. Every holding
 * register holds its address.
 */
public final class WireTimeDevice implements AutoCloseable {

    private static final int REQUEST = 8;
    private static final int HEAD_AND_CRC = 5;
    private static final int BITS_A_CHARACTER = 11;

    /** Above 19,200 baud the specification sets the silence between frames to this, whatever the speed. */
    private static final double SILENCE_SECONDS = 0.00175;

    /** A UART hands over what it received in pieces; the last one comes with the last character. */
    private static final int PIECE = 16;

    private final double characterSeconds;
    private final RandomAccessFile line;
    private final Thread thread;

    /**
     * @param end this device's end of the line
     * @param baud above 19,200
     */
    public WireTimeDevice(Path end, int baud) throws IOException {
        characterSeconds = (double) BITS_A_CHARACTER / baud;
        line = new RandomAccessFile(end.toFile(), "rw");
        thread = new Thread(this::serve, "wire-time-device");
        thread.setDaemon(true);
        thread.start();
    }

    /** Registers a second that a wire of this speed can carry in requests of so many. */
    public double limit(int registers) {
        double characters = REQUEST + HEAD_AND_CRC + 2.0 * registers;
        return registers / (characters * characterSeconds + 2 * SILENCE_SECONDS);
    }

    private void serve() {
        byte[] request = new byte[REQUEST];
        try (DataInputStream in = new DataInputStream(Channels.newInputStream(line.getChannel()))) {
            while (true) {
                in.readFully(request, 0, 1);
                long first = System.nanoTime();
                in.readFully(request, 1, REQUEST - 1);
                answer(request, first + nanos(REQUEST * characterSeconds + SILENCE_SECONDS));
            }
        } catch (IOException e) {
            // The line is closed: that is how this device ends.
        }
    }

    private void answer(byte[] request, long begin) throws IOException {
        ByteBuffer asked = ByteBuffer.wrap(request);
        int address = asked.getShort(2) & 0xffff;
        int count = asked.getShort(4) & 0xffff;
        ByteBuffer reply =
                ByteBuffer.allocate(HEAD_AND_CRC + 2 * count).put(request, 0, 2).put((byte) (2 * count));
        for (int i = 0; i < count; i++) {
            reply.putShort((short) (address + i));
        }
        int crc = Crc16.of(reply.array(), reply.position());
        reply.put((byte) crc).put((byte) (crc >> 8));
        byte[] bytes = reply.array();
        for (int from = 0; from < bytes.length; from += PIECE) {
            int to = Math.min(bytes.length, from + PIECE);
            waitUntil(begin + nanos(to * characterSeconds));
            line.write(bytes, from, to - from);
        }
    }

    private static long nanos(double seconds) {
        return (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    }

    private static void waitUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        line.close();
    }
}
