/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.gateway;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The network between a gateway and a broker: nothing listens while it is closed, and closing cuts what is connected. */
final class Relay implements AutoCloseable {

    private final int port;
    private final int target;
    private ServerSocket listening;
    private final List<Closeable> open = new CopyOnWriteArrayList<>();

    private Relay(int port, int target) {
        this.port = port;
        this.target = target;
    }

    static Relay closed(int port, int target) {
        return new Relay(port, target);
    }

    void open() throws IOException {
        listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket gateway = listening.accept();
                Socket broker = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(gateway);
                open.add(broker);
                start(() -> pump(gateway, broker));
                start(() -> pump(broker, gateway));
            }
        } catch (IOException e) {
            closeAll();
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side is gone, and with it the other.
        }
    }

    private void closeAll() {
        for (Closeable each : open) {
            try {
                each.close();
            } catch (IOException e) {
                // It is gone already.
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (listening != null) {
            listening.close();
        }
        closeAll();
    }
}
