/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a server that a test can cut, close, or fill with silence. */
final class TcpGate implements AutoCloseable {

    /** An error message of OPC UA TCP: type, size, Bad_TcpServerTooBusy, no reason. */
    private static final byte[] TOO_BUSY = HexFormat.of().parseHex("45525246" + "10000000" + "00007d80" + "ffffffff");

    private final ServerSocket entrance;
    private final int serverPort;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean open = true;
    private volatile boolean busy;
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final AtomicInteger pumps = new AtomicInteger();
    private volatile boolean silent;
    private volatile CountDownLatch held = new CountDownLatch(0);

    TcpGate(int serverPort) {
        this.serverPort = serverPort;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    String url() {
        return TestServer.url(entrance.getLocalPort());
    }

    /** Breaks every connection and lets none through until opened. */
    void cut() {
        open = false;
        sockets.forEach(TcpGate::closeQuietly);
        sockets.clear();
    }

    /** Breaks every connection and says to every new one, until opened, that the server is too busy. */
    void busy() {
        busy = true;
        cut();
    }

    /** How many connections were tried while busy. */
    int turnedAway() {
        return turnedAway.get();
    }

    /** How many clients are connected. */
    int connections() {
        return pumps.get() / 2;
    }

    void open() {
        open = true;
    }

    /** From now on connections stay, but nothing passes. */
    void silence() {
        silent = true;
    }

    /** Keeps back what is sent until released. */
    void hold() {
        held = new CountDownLatch(1);
    }

    /** Lets everything pass that was kept back. */
    void release() {
        held.countDown();
    }

    @Override
    public void close() {
        release();
        cut();
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                if (!open) {
                    if (busy) {
                        client.getOutputStream().write(TOO_BUSY);
                        turnedAway.incrementAndGet();
                    }
                    client.close();
                    continue;
                }
                sockets.add(client);
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                sockets.add(server);
                start(() -> pump(client, server));
                start(() -> pump(server, client));
            } catch (IOException e) {
                if (entrance.isClosed()) {
                    return;
                }
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[65536];
        pumps.incrementAndGet();
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                held.await();
                if (!silent) {
                    out.write(buffer, 0, count);
                }
            }
        } catch (IOException e) {
            closeQuietly(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pumps.decrementAndGet();
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "gate");
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
