/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The rows of a benchmark as JSON, for machines and for later comparison. */
final class BenchJson {

    private BenchJson() {}

    static void write(Path file, String name, String machine, List<Row> rows) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text(name, machine, rows));
    }

    static String text(String name, String machine, List<Row> rows) {
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        json.addProperty("machine", machine);
        JsonArray array = new JsonArray();
        rows.forEach(row -> array.add(object(row)));
        json.add("rows", array);
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .serializeNulls()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(json)
                + "\n";
    }

    private static JsonObject object(Row row) {
        JsonObject json = new JsonObject();
        json.addProperty("metric", row.metric());
        json.addProperty("unit", row.unit());
        number(json, "value", row.value());
        number(json, "reference", row.reference());
        number(json, "ratio", row.ratio());
        row.goal().ifPresent(goal -> {
            json.addProperty("goal", goal.toString());
            row.met().ifPresentOrElse(met -> json.addProperty("met", met), () -> json.add("met", JsonNull.INSTANCE));
        });
        if (!row.reason().isEmpty()) {
            json.addProperty("reason", row.reason());
        }
        return json;
    }

    /** Six digits: more would pretend a precision that no run has. */
    private static void number(JsonObject json, String name, double figure) {
        if (Double.isFinite(figure)) {
            json.addProperty(name, Double.valueOf(String.format(Locale.ROOT, "%.6g", figure)));
        } else {
            json.add(name, JsonNull.INSTANCE);
        }
    }
}
