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

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a channel list into an asset's properties by the rules of Kura's asset page: the header has ids of fields, those
 * of the asset with or without their plus; an unknown column, a line of another length, an empty required field, a value
 * that is none of the options or of another type refuse the file; a field without a column takes its default.
 *
 * @param fields those of the asset and of the driver
 */
record ChannelImport(JsonArray fields) {

    private static final Pattern FIELD = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,]*))(?:,|$)");

    /** Properties {@code <channel>#<field>} of all channels. */
    Map<String, Object> properties(String csv) throws IOException {
        List<String> lines = csv.lines().toList();
        List<JsonObject> columns = new ArrayList<>();
        for (String id : cells(lines.get(0))) {
            columns.add(field(id).orElseThrow(() -> new IOException("no field for the column " + id)));
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            if (cells.size() != columns.size()) {
                throw new IOException(
                        "a line with " + cells.size() + " instead of " + columns.size() + " fields: " + line);
            }
            channel(columns, cells, properties);
        }
        return properties;
    }

    /** The channels' names. */
    static Set<String> names(Map<String, Object> properties) {
        Set<String> names = new TreeSet<>();
        properties.forEach((key, value) -> {
            if (key.endsWith("#+name")) {
                names.add((String) value);
            }
        });
        return names;
    }

    private void channel(List<JsonObject> columns, List<String> cells, Map<String, Object> properties)
            throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (JsonElement each : fields) {
            JsonObject field = each.getAsJsonObject();
            if (!columns.contains(field)
                    && required(field)
                    && !text(field, "defaultValue").isEmpty()) {
                values.put(id(field), value(field, text(field, "defaultValue")));
            }
        }
        for (int i = 0; i < cells.size(); i++) {
            values.put(id(columns.get(i)), value(columns.get(i), cells.get(i).strip()));
        }
        String name = ((String) values.get("+name")).replaceAll("[ #+]", "_");
        values.put("+name", name);
        values.forEach((id, value) -> properties.put(name + "#" + id, value));
    }

    /** Of a field of the asset and one of the driver with the same name the driver's is meant. */
    private Optional<JsonObject> field(String column) {
        JsonObject found = null;
        for (JsonElement each : fields) {
            JsonObject field = each.getAsJsonObject();
            if (id(field).equals(column) || id(field).equals("+" + column)) {
                found = field;
            }
        }
        return Optional.ofNullable(found);
    }

    private static Object value(JsonObject field, String text) throws IOException {
        if (text.isEmpty() && required(field)) {
            throw new IOException("the required field " + id(field) + " is empty");
        }
        if (field.has("option")) {
            boolean known = false;
            for (JsonElement option : field.getAsJsonArray("option")) {
                known |= option.getAsJsonObject().get("value").getAsString().equals(text);
            }
            if (!known) {
                throw new IOException(text + " is none of the options of " + id(field));
            }
        }
        try {
            return switch (text(field, "type")) {
                case "BOOLEAN" -> Boolean.valueOf(text);
                case "INTEGER" -> Integer.valueOf(text);
                case "LONG" -> Long.valueOf(text);
                case "DOUBLE" -> Double.valueOf(text);
                case "FLOAT" -> Float.valueOf(text);
                default -> text;
            };
        } catch (NumberFormatException e) {
            throw new IOException(text + " is no " + text(field, "type") + " for " + id(field), e);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher cell = FIELD.matcher(line);
        int end = -1;
        while (end < line.length() && cell.find(Math.max(end, 0))) {
            cells.add(cell.group(1) != null ? cell.group(1).replace("\"\"", "\"") : cell.group(2));
            boolean last = cell.end() == line.length() && !line.endsWith(",");
            end = last ? line.length() : cell.end();
            if (cell.end() == line.length() && line.endsWith(",")) {
                cells.add("");
                break;
            }
        }
        return cells;
    }

    private static String id(JsonObject field) {
        return text(field, "id");
    }

    private static boolean required(JsonObject field) {
        return field.has("isRequired") && field.get("isRequired").getAsBoolean();
    }

    private static String text(JsonObject field, String member) {
        return field.has(member) ? field.get(member).getAsString() : "";
    }
}
