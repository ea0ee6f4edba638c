/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.peer;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A device whose replies the test makes, byte by byte and whenever it likes. */
public final class FakeDevice implements AutoCloseable {

    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

    public FakeDevice() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("fake-device", this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** How many connections were ever made. */
    public int connections() {
        return sockets.size();
    }

    /** The next request to arrive. */
    public Request next() throws InterruptedException {
        Request request = requests.poll(5, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    public Request next(long millis) throws InterruptedException {
        return requests.poll(millis, TimeUnit.MILLISECONDS);
    }

    private void accept() throws IOException {
        while (true) {
            Socket socket = listener.accept();
            sockets.add(socket);
            start("fake-device-connection", () -> serve(socket));
        }
    }

    private void serve(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        while (true) {
            int id = in.readUnsignedShort();
            in.readUnsignedShort();
            byte[] body = new byte[in.readUnsignedShort()];
            in.readFully(body);
            requests.add(new Request(socket, id, body));
        }
    }

    private interface Loop {
        void run() throws IOException;
    }

    private static void start(String name, Loop loop) {
        Thread thread = new Thread(
                () -> {
                    try {
                        loop.run();
                    } catch (IOException e) {
                        // The socket was closed: the end of this thread.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** What came, and the connection it came on. */
    public record Request(Socket socket, int id, byte[] body) {

        public int unit() {
            return body[0] & 0xFF;
        }

        public int function() {
            return body[1] & 0xFF;
        }

        public int address() {
            return ByteBuffer.wrap(body).getShort(2) & 0xFFFF;
        }

        /** Answers a register read with one value in every register. */
        public void answer(int value, int count) throws IOException {
            ByteBuffer pdu = ByteBuffer.allocate(2 + 2 * count);
            pdu.put((byte) function()).put((byte) (2 * count));
            for (int i = 0; i < count; i++) {
                pdu.putShort((short) value);
            }
            send(id, unit(), pdu.array());
        }

        /** Sends a frame under any transaction id and unit. */
        public void send(int asId, int asUnit, byte... pdu) throws IOException {
            raw(ByteBuffer.allocate(7 + pdu.length)
                    .putShort((short) asId)
                    .putShort((short) 0)
                    .putShort((short) (1 + pdu.length))
                    .put((byte) asUnit)
                    .put(pdu)
                    .array());
        }

        public void raw(byte... bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        public void hangUp() throws IOException {
            socket.close();
        }
    }
}
