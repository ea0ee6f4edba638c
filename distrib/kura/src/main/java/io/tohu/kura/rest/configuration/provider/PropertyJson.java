/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.rest.configuration.provider;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import io.tohu.kura.core.configuration.ValueType;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.kura.configuration.Password;

/** One property as JSON: {@code {"value": …, "type": "INTEGER"}}, with a list for several values. */
final class PropertyJson {

    private JsonElement value;
    private String type;

    /** Null when a configuration cannot hold the value, or its password cannot be shown. */
    static PropertyJson of(Object value, Function<Password, String> passwords) {
        ValueType type = value == null ? null : ValueType.of(value);
        Object shown = value;
        if (type == ValueType.PASSWORD) {
            String[] texts = Stream.of(
                            value instanceof Password[] several ? several : new Password[] {(Password) value})
                    .map(passwords)
                    .toArray(String[]::new);
            shown = Arrays.asList(texts).contains(null) ? null : value instanceof Password ? texts[0] : texts;
        }
        if (type == null || shown == null) {
            return null;
        }
        PropertyJson json = new PropertyJson();
        json.value = new Gson().toJsonTree(shown);
        json.type = type.scalar().name();
        return json;
    }

    /**
     * The value, null when there is none. As in Kura every number goes through a double: a fraction is cut off where
     * the type has none, and a LONG beyond 2⁵³ loses its last digits.
     *
     * @throws IllegalArgumentException when it is no value of its type
     */
    static Object read(String name, PropertyJson property) {
        ValueType type = Arrays.stream(ValueType.values())
                .filter(each -> property != null && Objects.equals(each.scalar().name(), property.type))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("property " + name + " has no value with a type"));
        if (property.value == null || property.value.isJsonNull()) {
            return null;
        }
        if (property.value instanceof JsonArray list) {
            Object values = Array.newInstance(type.carrier(), list.size());
            for (int i = 0; i < list.size(); i++) {
                Array.set(values, i, list.get(i).isJsonNull() ? null : single(name, type, list.get(i)));
            }
            return values;
        }
        return single(name, type, property.value);
    }

    private static Object single(String name, ValueType type, JsonElement value) {
        if (!(value instanceof JsonPrimitive primitive) || !fits(type, primitive)) {
            throw new IllegalArgumentException("Invalid property value for " + name + ": " + value + " is no " + type);
        }
        return switch (type) {
            case BOOLEAN -> value.getAsBoolean();
            case BYTE -> (byte) value.getAsDouble();
            case SHORT -> (short) value.getAsDouble();
            case INTEGER -> (int) value.getAsDouble();
            case LONG -> (long) value.getAsDouble();
            case FLOAT -> (float) value.getAsDouble();
            case DOUBLE -> value.getAsDouble();
            case CHAR -> value.getAsString().charAt(0);
            case PASSWORD -> new Password(value.getAsString());
            case STRING -> value.getAsString();
        };
    }

    private static boolean fits(ValueType type, JsonPrimitive value) {
        return switch (type) {
            case BOOLEAN -> value.isBoolean();
            case STRING, PASSWORD -> value.isString();
            case CHAR -> value.isString() && value.getAsString().length() == 1;
            default -> value.isNumber();
        };
    }
}
