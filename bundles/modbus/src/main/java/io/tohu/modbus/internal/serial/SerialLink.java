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

import com.digitalpetri.modbus.ModbusPduSerializer.DefaultRequestSerializer;
import com.digitalpetri.modbus.pdu.ModbusRequestPdu;
import com.digitalpetri.modbus.pdu.ModbusResponsePdu;
import io.tohu.modbus.internal.link.ExchangeException;
import io.tohu.modbus.internal.link.ExchangeException.Kind;
import io.tohu.modbus.internal.link.Link;
import io.tohu.modbus.internal.link.PortException;
import io.tohu.modbus.internal.link.Reasons;
import io.tohu.modbus.internal.link.StrictReplies;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;

/**
 * A serial line: one thread, one request at a time, and the silence between frames by which the devices tell where one
 * ends. The library's own transport is not used: it keeps stray bytes for the next reply and does not notice when a port
 * is unplugged.
 */
final class SerialLink implements Link {

    /** A line that is still busy after that long has another master, or noise. */
    private static final long BUSY_NANOS = 500_000_000;

    private static final long SHORT_NAP = 200_000;

    private final SerialLine line;
    private final BytePort port;
    private final ExecutorService thread;
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final CompletableFuture<Void> released = new CompletableFuture<>();
    private final Set<CompletableFuture<ModbusResponsePdu>> open = ConcurrentHashMap.newKeySet();
    private final byte[] came = new byte[4 * RtuFrame.LONGEST];
    private long lastByte;
    private boolean hearsItself;

    /** @param release called when the port is closed and may be opened by somebody else */
    SerialLink(SerialLine line, BytePort port, Runnable release) {
        this.line = line;
        this.port = port;
        this.lastByte = System.nanoTime();
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread t = new Thread(task, "tohu-modbus-" + line.port());
            t.setDaemon(true);
            return t;
        });
        closed.thenAccept(reason -> {
            open.forEach(request -> request.completeExceptionally(ended(reason)));
            // In its own thread, so that no read is left with a handle that is somebody else's by now.
            thread.execute(() -> {
                port.close();
                release.run();
                released.complete(null);
            });
            thread.shutdown();
        });
    }

    @Override
    public CompletableFuture<ModbusResponsePdu> send(int unit, ModbusRequestPdu request) {
        CompletableFuture<ModbusResponsePdu> result = new CompletableFuture<>();
        open.add(result);
        try {
            thread.execute(() -> exchange(unit, request, result));
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(ended("the port is closed"));
        }
        if (closed.isDone()) {
            result.completeExceptionally(ended(closed.join()));
        }
        return result.whenComplete((reply, failure) -> open.remove(result));
    }

    @Override
    public CompletableFuture<String> closed() {
        return closed;
    }

    @Override
    public CompletableFuture<Void> close(String reason) {
        closed.complete(reason);
        return released;
    }

    private void exchange(int unit, ModbusRequestPdu request, CompletableFuture<ModbusResponsePdu> result) {
        try {
            ByteBuffer pdu = ByteBuffer.allocate(RtuFrame.LONGEST);
            DefaultRequestSerializer.INSTANCE.encode(request, pdu);
            RtuFrame frame = new RtuFrame(unit, pdu.flip());
            awaitSilence();
            port.write(frame.bytes());
            result.complete(reply(frame));
        } catch (IOException e) {
            close(e.getMessage());
            result.completeExceptionally(ended(e.getMessage()));
        } catch (Exception e) {
            result.completeExceptionally(Reasons.exchange(e));
        }
    }

    /** What still comes in belongs to nobody and is dropped. */
    private void awaitSilence() throws IOException, ExchangeException {
        long begin = System.nanoTime();
        while (true) {
            if (port.available()) {
                port.read(came, 0);
                lastByte = System.nanoTime();
            }
            long left = line.silence() - (System.nanoTime() - lastByte);
            boolean sent = port.sent();
            if (left <= 0 && sent) {
                return;
            }
            if (System.nanoTime() - begin > BUSY_NANOS + line.silence()) {
                if (!sent) {
                    throw new PortException(
                            "the port does not send what it is given: unplug the adapter and plug it in");
                }
                throw new ExchangeException(
                        Kind.BAD_REPLY, "the line is never silent: is there another master, or a wrong baud rate?");
            }
            LockSupport.parkNanos(Math.max(left, SHORT_NAP));
        }
    }

    private ModbusResponsePdu reply(RtuFrame frame) throws Exception {
        long sent = System.nanoTime();
        long timeout = line.requestTimeout().toNanos();
        int length = 0;
        while (System.nanoTime() - sent < timeout && !closed.isDone()) {
            int more = port.read(came, length);
            if (more > 0) {
                length += more;
                lastByte = System.nanoTime();
                ModbusResponsePdu reply = take(frame, length);
                if (reply != null) {
                    return reply;
                }
            }
            if (length == came.length) {
                throw unintelligible(length);
            }
        }
        throw length == 0
                ? new ExchangeException(
                        Kind.NO_REPLY,
                        "no reply within " + line.requestTimeout().toMillis() + " ms")
                : unintelligible(length);
    }

    /** Null while the reply is not there yet. */
    private ModbusResponsePdu take(RtuFrame frame, int length) throws Exception {
        int echo = !frame.isAnsweredByItself() || hearsItself ? frame.echo(came, length) : 0;
        if (echo == length) {
            hearsItself |= echo == frame.bytes().length;
            return null;
        }
        int from = echo == frame.bytes().length ? echo : 0;
        hearsItself |= from > 0;
        RtuFrame.Found found = frame.find(came, from, length);
        return switch (found.outcome()) {
            case OPEN -> null;
            case DAMAGED -> throw new ExchangeException(
                    Kind.DAMAGED,
                    "the reply was damaged on the line (checksum): look at wiring, termination and noise");
            case FOUND -> decode(ByteBuffer.wrap(came, found.start() + 1, found.length() - 3));
        };
    }

    private static ModbusResponsePdu decode(ByteBuffer pdu) throws Exception {
        int function = pdu.get(pdu.position()) & 0xFF;
        if (function > 0x80) {
            throw ExchangeException.refused(function & 0x7F, pdu.get(pdu.position() + 1) & 0xFF);
        }
        return (ModbusResponsePdu) StrictReplies.INSTANCE.decode(function, pdu);
    }

    private static ExchangeException unintelligible(int length) {
        return new ExchangeException(
                Kind.BAD_REPLY,
                length
                        + " bytes came that hold no reply: check baud rate, parity and stop bits, and that no other master"
                        + " is on the line");
    }

    private static ExchangeException ended(String reason) {
        return new ExchangeException(Kind.LINK, "the connection ended: " + reason);
    }
}
