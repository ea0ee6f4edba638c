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

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A network between a gateway and its broker that can be cut, can fall silent and can be slow. */
final class Link implements AutoCloseable {

    enum State {
        /** Carries everything. */
        UP,
        /** Connections end, and new ones end at once. */
        DOWN,
        /** Connections stay and carry nothing: the other side does not know. */
        SILENT,
        /** Carries a little at a time. */
        SLOW
    }

    private static final long SLOW_MILLIS = 10;

    private final ServerSocket server;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task, "link"));
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final CountDownLatch never = new CountDownLatch(1);
    private volatile State state = State.UP;

    Link(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void become(State changed) {
        state = changed;
        if (changed == State.DOWN) {
            sockets.forEach(Link::end);
            sockets.clear();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                if (state == State.DOWN) {
                    end(near);
                    continue;
                }
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(near);
                sockets.add(far);
                threads.execute(() -> carry(near, far));
                threads.execute(() -> carry(far, near));
            } catch (IOException e) {
                // the broker is away: the gateway tries again
                continue;
            }
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[4096];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (state == State.SLOW) {
                    never.await(SLOW_MILLIS, TimeUnit.MILLISECONDS);
                }
                if (state != State.SILENT) {
                    out.write(buffer, 0, count);
                    out.flush();
                }
            }
        } catch (IOException e) {
            end(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it has ended
            return;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        become(State.DOWN);
        threads.shutdownNow();
    }
}
