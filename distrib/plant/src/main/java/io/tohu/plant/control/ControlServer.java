/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.control;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tohu.plant.PlantException;
import io.tohu.plant.serve.Counters;
import io.tohu.plant.serve.Machine;
import io.tohu.plant.serve.Ports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers every request with JSON: the state of the plant, or {@code {"error": "<sentence>"}} with 400 for a wrong value
 * and 404 for something that is not there. A command is answered with the state after it.
 */
public final class ControlServer implements AutoCloseable {

    private final Gson gson =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();
    private final Status status;
    private final Commands commands;
    private final HttpServer server;
    private final ExecutorService executor;

    /**
     * Begins to listen.
     *
     * @param port 0 for any free one
     */
    public ControlServer(Machine machine, String bind, int port, Counters opcua, Counters modbus)
            throws PlantException {
        this.status = new Status(machine, opcua, modbus);
        this.commands = new Commands(machine);
        try {
            server = HttpServer.create(new InetSocketAddress(bind, port), 0);
        } catch (IOException taken) {
            throw Ports.taken(bind, port, "control over HTTP", "--control-port", taken);
        }
        executor = Executors.newSingleThreadExecutor(task -> new Thread(task, "plant-control"));
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        int code = 200;
        Map<String, Object> answer;
        try {
            Request request = Request.of(exchange);
            if (!request.is("GET", "status")) {
                commands.carryOut(request);
            }
            answer = status.tree();
        } catch (Refusal refusal) {
            code = refusal.code();
            answer = Map.of("error", refusal.getMessage());
        }
        byte[] body = (gson.toJson(answer) + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        try (exchange) {
            exchange.sendResponseHeaders(code, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
