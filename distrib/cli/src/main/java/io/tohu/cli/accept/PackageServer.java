/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.accept;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves deployment packages over HTTP to a gateway that downloads them. Serves only what was offered. */
final class PackageServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
    private final Map<String, Path> offered = new ConcurrentHashMap<>();
    private final String host;

    /**
     * @param host address of this machine to listen on; the gateway must reach it
     * @param port 0 for any
     */
    PackageServer(String host, int port) throws IOException {
        this.host = host;
        try {
            this.server = HttpServer.create(new InetSocketAddress(host, port), 0);
        } catch (IOException e) {
            throw new IOException(
                    "cannot serve packages on " + host + ":" + port + ": " + e.getMessage()
                            + "; --http-host must be an address of this machine, --http-port a free port",
                    e);
        }
        AtomicInteger number = new AtomicInteger();
        this.threads =
                Executors.newFixedThreadPool(2, task -> new Thread(task, "package-server-" + number.incrementAndGet()));
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** Offers a file under its own name and returns where. */
    URI offer(Path file) {
        String name = file.getFileName().toString();
        offered.put("/" + name, file);
        return uri(name);
    }

    /** Where a file of that name is served once it is offered. */
    URI uri(String name) {
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + "/" + name);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Path file = offered.get(exchange.getRequestURI().getPath());
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, head ? -1 : Files.size(file));
            if (!head) {
                try (OutputStream body = exchange.getResponseBody()) {
                    Files.copy(file, body);
                }
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
