/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.field;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A line to a server whose replies a test can slow down, cut off and spoil. */
final class Line implements AutoCloseable {

    private static final int BUFFER = 65536;

    /** What happens to the replies of one connection, in the thread that passes them on. */
    @FunctionalInterface
    interface Replies {

        /** Passes on a piece of what the server sent, or something else; an exception ends the connection. */
        void pass(byte[] piece, OutputStream toClient) throws IOException;
    }

    private final ServerSocket entrance;
    private final int server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Supplier<Replies> replies = () -> (piece, toClient) -> toClient.write(piece);

    /**
     * @param server port of the server on the loopback
     */
    Line(int server) throws IOException {
        this.server = server;
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** What happens on connections that come from now on. */
    void replies(Supplier<Replies> changed) {
        replies = changed;
    }

    /** Breaks every connection. */
    void cut() {
        sockets.forEach(Line::closeQuietly);
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                connect(client);
            } catch (IOException e) {
                if (entrance.isClosed()) {
                    return;
                }
            }
        }
    }

    private void connect(Socket client) {
        sockets.add(client);
        try {
            Socket inner = new Socket(InetAddress.getLoopbackAddress(), server);
            sockets.add(inner);
            client.setTcpNoDelay(true);
            inner.setTcpNoDelay(true);
            Replies passing = replies.get();
            start(() -> pump(client, inner, (piece, to) -> to.write(piece)));
            start(() -> pump(inner, client, passing));
        } catch (IOException e) {
            closeQuietly(client);
            sockets.remove(client);
        }
    }

    private void pump(Socket from, Socket to, Replies passing) {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                passing.pass(Arrays.copyOf(buffer, count), out);
            }
        } catch (IOException e) {
            // Both ends are closed below: that is what it means to them.
        } finally {
            closeQuietly(from);
            closeQuietly(to);
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "line");
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
