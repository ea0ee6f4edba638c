/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Speaks to the plant's control port: faults, load, status. */
public final class PlantControl {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final String base;

    public PlantControl(int port) {
        this("127.0.0.1", port);
    }

    public PlantControl(String host, int port) {
        this.base = "http://" + host + ":" + port;
    }

    /** The plant's state and what it has served so far. */
    public PlantStatus status() throws IOException, InterruptedException {
        return PlantStatus.parse(send("GET", "/status"));
    }

    public void fault(String name, double severity) throws IOException, InterruptedException {
        send("PUT", "/faults/" + name + "?severity=" + severity);
    }

    public void clearFaults() throws IOException, InterruptedException {
        send("DELETE", "/faults");
    }

    public void load(int percent) throws IOException, InterruptedException {
        send("PUT", "/load?percent=" + percent);
    }

    public void startReplay() throws IOException, InterruptedException {
        send("POST", "/replay/start");
    }

    private String send(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIMEOUT)
                .method(method, BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("the plant refused " + method + " " + path + ": "
                    + response.body().strip());
        }
        return response.body();
    }
}
