/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A client of the plant's control. */
record Control(int port) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    record Answer(int code, JsonObject body) {}

    Answer send(String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(), JsonParser.parseString(response.body()).getAsJsonObject());
    }

    JsonObject status() throws Exception {
        return send("GET", "/status").body();
    }

    double signal(String name) throws Exception {
        return status().getAsJsonObject("signals").get(name).getAsDouble();
    }
}
