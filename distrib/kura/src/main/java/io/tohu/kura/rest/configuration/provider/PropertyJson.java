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

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.tohu.kura.core.configuration.ValueType;
import io.tohu.kura.request.handler.jaxrs.RequestFailure;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.kura.configuration.Password;

/** One property as JSON: {@code {"value": …, "type": "INTEGER"}}, with a list for several values. */
final class PropertyJson {

    private PropertyJson() {}

    /** Null when a configuration cannot hold the value, or its password cannot be shown. */
    static JsonObject write(Object value, Function<Password, Optional<String>> passwords) {
        ValueType type = ValueType.of(value);
        if (type == null) {
            return null;
        }
        JsonElement written;
        if (value instanceof Object[] several) {
            JsonArray list = new JsonArray();
            Arrays.stream(several).map(each -> single(each, passwords)).forEach(list::add);
            written = list;
        } else {
            written = single(value, passwords);
        }
        if (written == null) {
            return null;
        }
        JsonObject json = new JsonObject();
        json.add("value", written);
        json.addProperty("type", type.scalar().name());
        return json;
    }

    private static JsonElement single(Object value, Function<Password, Optional<String>> passwords) {
        if (value == null) {
            return JsonNull.INSTANCE;
        } else if (value instanceof Password password) {
            return passwords.apply(password).map(JsonPrimitive::new).orElse(null);
        } else if (value instanceof Number number) {
            return new JsonPrimitive(number);
        }
        return value instanceof Boolean flag ? new JsonPrimitive(flag) : new JsonPrimitive(value.toString());
    }

    /** What Kura looks at before it starts to change anything. */
    static void validate(JsonElement property) throws RequestFailure {
        if (property.isJsonNull()) {
            throw RequestFailure.badRequest("propety values cannot be null");
        }
        ValueType type = type(property.getAsJsonObject());
        if (type == null) {
            throw RequestFailure.missing("type");
        }
        JsonElement value = property.getAsJsonObject().get("value");
        if (value != null && !value.isJsonNull()) {
            for (JsonElement each : value instanceof JsonArray list ? list : Arrays.asList(value)) {
                if (!fits(type, each)) {
                    String text = each.isJsonPrimitive() ? each.getAsString() : each.toString();
                    throw RequestFailure.badRequest("Invalid property for type " + type.scalar() + ": " + text);
                }
            }
        }
    }

    /**
     * The value, null when there is none. As in Kura every number goes through a double: a fraction is cut off where
     * the type has none, and a LONG beyond 2⁵³ loses its last digits.
     *
     * @throws IllegalArgumentException when it is no value of its type
     */
    static Object read(String name, JsonElement property) {
        JsonObject json = property.getAsJsonObject();
        ValueType type = type(json);
        JsonElement value = json.get("value");
        if (value == null || value.isJsonNull()) {
            return null;
        }
        if (type == null) {
            throw new IllegalArgumentException("Invalid property value for " + name + ": it has no type");
        }
        if (value instanceof JsonArray list) {
            Object values = Array.newInstance(type.carrier(), list.size());
            for (int i = 0; i < list.size(); i++) {
                Array.set(values, i, list.get(i).isJsonNull() ? null : single(name, type, list.get(i)));
            }
            return values;
        }
        return single(name, type, value);
    }

    private static Object single(String name, ValueType type, JsonElement value) {
        if (!fits(type, value)) {
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

    private static boolean fits(ValueType type, JsonElement value) {
        if (value.isJsonNull()) {
            return true;
        }
        return value instanceof JsonPrimitive primitive
                && switch (type) {
                    case BOOLEAN -> primitive.isBoolean();
                    case STRING, PASSWORD -> primitive.isString();
                    case CHAR -> primitive.isString() && primitive.getAsString().length() == 1;
                    default -> primitive.isNumber();
                };
    }

    private static ValueType type(JsonObject property) {
        JsonElement name = property.get("type");
        return Arrays.stream(ValueType.values())
                .filter(each -> name != null && !name.isJsonNull())
                .filter(each -> each.scalar().name().equals(name.getAsString()))
                .findAny()
                .orElse(null);
    }
}
