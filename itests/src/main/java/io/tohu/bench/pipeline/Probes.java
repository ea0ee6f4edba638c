/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The bench's end of the sockets to the probes in a gateway. */
public final class Probes implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final ServerSocket server;
    private final Map<String, Probe> probes = new HashMap<>();

    public Probes() throws IOException {
        server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        server.setSoTimeout(PATIENCE_MILLIS);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The probe of that name; waits for it to connect. */
    public Probe await(String pid) throws IOException {
        while (!probes.containsKey(pid)) {
            Probe probe = new Probe(server.accept());
            probes.put(probe.readLine(), probe);
        }
        return probes.get(pid);
    }

    @Override
    public void close() throws IOException {
        for (Probe probe : probes.values()) {
            probe.socket.close();
        }
        server.close();
    }

    /** One probe. */
    public static final class Probe {

        private final Socket socket;
        private final BufferedReader in;
        private final PrintWriter out;

        private Probe(Socket socket) throws IOException {
            this.socket = socket;
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
        }

        /** Values a second that came over the wire, while the probe triggered for that time without a pause. */
        public double rate(long millis) throws IOException {
            Counted counted = run(millis);
            if (counted.errors() > 0) {
                throw new IOException(counted.errors() + " channels failed, see the gateway's log");
            }
            return counted.values() * 1e9 / counted.nanos();
        }

        /** Values a second that come by themselves, over some time. */
        public double listened(long millis) throws IOException {
            Counted counted = asked("listen " + millis);
            if (counted.errors() > 0) {
                throw new IOException(counted.errors() + " channels failed, see the gateway's log");
            }
            return counted.values() * 1e9 / counted.nanos();
        }

        /** Waits until values come by themselves. */
        public void awaitListened() throws IOException {
            long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
            while (asked("listen 100").values() == 0) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("the gateway hears nothing, see its log");
                }
            }
        }

        /** Waits until a trigger gives as many values as there are. */
        public void awaitValues(long number) throws IOException {
            long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
            Counted counted = run(1);
            while (counted.errors() > 0 || counted.values() < number) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("the gateway does not read: " + counted);
                }
                counted = run(100);
            }
        }

        private Counted run(long millis) throws IOException {
            return asked("trigger " + millis);
        }

        private Counted asked(String command) throws IOException {
            out.println(command);
            String[] reply = readLine().split(" ");
            return new Counted(Long.parseLong(reply[0]), Long.parseLong(reply[1]), Long.parseLong(reply[2]));
        }

        private String readLine() throws IOException {
            String line = in.readLine();
            if (line == null) {
                throw new IOException("the probe is gone, see the gateway's log");
            }
            return line;
        }
    }

    private record Counted(long values, long errors, long nanos) {}
}
