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

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked.
 *
 * @param method GET, PUT, POST, DELETE
 * @param path its parts without slashes
 * @param parameters of the query
 */
record Request(String method, List<String> path, Map<String, String> parameters) {

    static Request of(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath().replaceAll("^/+|/+$", "");
        Map<String, String> parameters = new HashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        for (String part : query == null ? new String[0] : query.split("&")) {
            int equals = part.indexOf('=');
            parameters.put(
                    equals < 0 ? part : part.substring(0, equals),
                    equals < 0 ? "" : URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return new Request(exchange.getRequestMethod(), List.of(path.split("/")), parameters);
    }

    /** Whether this is the method on such a path, where {@code *} stands for any part. */
    boolean is(String wantedMethod, String... wantedPath) {
        if (!method.equals(wantedMethod) || path.size() != wantedPath.length) {
            return false;
        }
        for (int i = 0; i < wantedPath.length; i++) {
            if (!wantedPath[i].equals("*") && !wantedPath[i].equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A parameter that must be there and a number. */
    double number(String name) throws Refusal {
        String text = parameters.get(name);
        if (text == null) {
            throw Refusal.badRequest("the parameter " + name + " is missing, write ?" + name + "=…");
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            throw Refusal.badRequest("\"" + text + "\" is not a number for " + name);
        }
    }
}
