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
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A broker in a process of its own: Mosquitto where there is one, the embedded one otherwise. */
final class OutageBroker implements AutoCloseable {

    private static final long DEADLINE_MILLIS = 30_000;
    private static final Path MOSQUITTO = Path.of("/usr/sbin/mosquitto");

    private final Path folder;
    private final int port;
    private final String embeddedClassPath;
    private Process process;

    /** @param embeddedClassPath of the embedded broker */
    OutageBroker(Path folder, int port, String embeddedClassPath) {
        this.folder = folder;
        this.port = port;
        this.embeddedClassPath = embeddedClassPath;
    }

    void start() throws IOException {
        process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("broker.log").toFile())
                .start();
        if (!Await.until(DEADLINE_MILLIS, this::answers)) {
            throw new IOException("no broker on port " + port + ": " + Files.readString(folder.resolve("broker.log")));
        }
    }

    private List<String> command() throws IOException {
        if (!Files.isExecutable(MOSQUITTO)) {
            String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
            return List.of(
                    java, "-Xmx128m", "-cp", embeddedClassPath, "io.tohu.broker.BrokerMain", Integer.toString(port));
        }
        Path configuration = folder.resolve("mosquitto.conf");
        // its queue limits would drop messages, and the store would be blamed
        Files.writeString(
                configuration,
                "listener " + port + " 127.0.0.1\nallow_anonymous true\nmax_queued_messages 0\n"
                        + "max_inflight_messages 0\n");
        return List.of(MOSQUITTO.toString(), "-c", configuration.toString());
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends without a word, with all its sessions. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
