/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.deployment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves one text as a package at /ok, and another that is none at /bad. */
final class PackageServer implements AutoCloseable {

    static final String CONTENT = "pump 1.0.0";

    final List<String> ranges = Collections.synchronizedList(new ArrayList<>());

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task, "package-server"));

    PackageServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/ok", this::content);
        server.createContext("/bad", exchange -> send(exchange, "one two three"));
        server.start();
    }

    private void content(HttpExchange exchange) throws IOException {
        ranges.add(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
        send(exchange, CONTENT);
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
