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

import io.tohu.cli.process.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A server of others as a process. */
final class Peer implements AutoCloseable {

    private static final long READY_SECONDS = 90;

    private final JavaProcess process;

    private Peer(Path program, String name, List<String> arguments, Path logs) throws IOException {
        process = new JavaProcess(program, name, arguments, logs, "peer ready"::equals);
    }

    /** Starts a server and waits until it listens. */
    static Peer start(Path program, String name, List<String> arguments, Path logs)
            throws IOException, InterruptedException {
        Peer peer = new Peer(program, name, arguments, logs);
        try {
            peer.process.awaitReady(READY_SECONDS);
        } catch (IOException e) {
            peer.close();
            throw e;
        }
        return peer;
    }

    /**
     * A node-opcua server.
     *
     * @param trust {@code open} takes every client's certificate, {@code strict} only those in its trusted folder
     */
    static Peer nodeOpcUa(int port, Path folder, String trust) throws IOException, InterruptedException {
        String script = Foreign.folder().resolve("opcua-server.js").toString();
        return start(
                Foreign.NODE_OPCUA.command(),
                "node-opcua",
                List.of(script, Integer.toString(port), folder.toString(), trust),
                folder.resolve("logs"));
    }

    /** Ends it at once, without a word from it to anybody. */
    @Override
    public void close() {
        ProcessHandle.of(process.pid()).ifPresent(handle -> {
            handle.destroyForcibly();
            handle.onExit().join();
        });
        process.close();
    }
}
