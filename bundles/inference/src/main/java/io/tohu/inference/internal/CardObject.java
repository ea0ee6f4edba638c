/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Typed access to one JSON object of a model bundle; what is missing or of another type is a sentence. */
final class CardObject {

    private final String place;
    private final JsonObject json;

    CardObject(String place, JsonObject json) {
        this.place = place;
        this.json = json;
    }

    boolean has(String member) {
        return json.has(member) && !json.get(member).isJsonNull();
    }

    CardObject object(String member) throws ModelRefusedException {
        JsonElement element = element(member);
        if (!element.isJsonObject()) {
            throw wrong(member, "an object");
        }
        return new CardObject(place + ": " + member, element.getAsJsonObject());
    }

    /** An object that may be absent: it has no members then. */
    CardObject optionalObject(String member) throws ModelRefusedException {
        return has(member) ? object(member) : new CardObject(place + ": " + member, new JsonObject());
    }

    List<String> texts(String member) throws ModelRefusedException {
        JsonElement element = element(member);
        if (!element.isJsonArray()) {
            throw wrong(member, "an array of strings");
        }
        List<String> texts = new ArrayList<>();
        for (JsonElement item : element.getAsJsonArray()) {
            if (!item.isJsonPrimitive() || !item.getAsJsonPrimitive().isString()) {
                throw wrong(member, "an array of strings");
            }
            texts.add(item.getAsString());
        }
        return texts;
    }

    /** Every member that is an array of numbers, by name. */
    Map<String, double[]> numberArrays() throws ModelRefusedException {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        for (String member : json.keySet()) {
            arrays.put(member, numbers(member));
        }
        return arrays;
    }

    List<JsonObject> objects(String member) throws ModelRefusedException {
        JsonElement element = element(member);
        if (!element.isJsonArray()) {
            throw wrong(member, "an array");
        }
        List<JsonObject> objects = new ArrayList<>();
        for (JsonElement item : element.getAsJsonArray()) {
            if (!item.isJsonObject()) {
                throw wrong(member, "an array of objects");
            }
            objects.add(item.getAsJsonObject());
        }
        return objects;
    }

    String text(String member) throws ModelRefusedException {
        JsonPrimitive primitive = primitive(member, "a string");
        if (!primitive.isString() || primitive.getAsString().isBlank() && !"unit".equals(member)) {
            throw wrong(member, "a string");
        }
        return primitive.getAsString();
    }

    String matching(String member, Pattern pattern, String expected) throws ModelRefusedException {
        String text = text(member);
        if (!pattern.matcher(text).matches()) {
            throw new ModelRefusedException(place + ": " + member + " is '" + text + "', expected " + expected);
        }
        return text;
    }

    double number(String member) throws ModelRefusedException {
        JsonPrimitive primitive = primitive(member, "a number");
        if (!primitive.isNumber() || !Double.isFinite(primitive.getAsDouble())) {
            throw wrong(member, "a number");
        }
        return primitive.getAsDouble();
    }

    int integer(String member, int least) throws ModelRefusedException {
        double number = number(member);
        if (number != Math.rint(number) || number < least || number > Integer.MAX_VALUE) {
            throw wrong(member, "a whole number, at least " + least);
        }
        return (int) number;
    }

    private double[] numbers(String member) throws ModelRefusedException {
        JsonElement element = element(member);
        if (!element.isJsonArray()) {
            throw wrong(member, "an array of finite numbers");
        }
        double[] numbers = new double[element.getAsJsonArray().size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonElement item = element.getAsJsonArray().get(i);
            if (!item.isJsonPrimitive()
                    || !item.getAsJsonPrimitive().isNumber()
                    || !Double.isFinite(item.getAsDouble())) {
                throw wrong(member, "an array of finite numbers");
            }
            numbers[i] = item.getAsDouble();
        }
        return numbers;
    }

    private JsonPrimitive primitive(String member, String expected) throws ModelRefusedException {
        JsonElement element = element(member);
        if (!element.isJsonPrimitive()) {
            throw wrong(member, expected);
        }
        return element.getAsJsonPrimitive();
    }

    private JsonElement element(String member) throws ModelRefusedException {
        if (!has(member)) {
            throw new ModelRefusedException(place + ": " + member + " is missing");
        }
        return json.get(member);
    }

    private ModelRefusedException wrong(String member, String expected) {
        return new ModelRefusedException(place + ": " + member + " is not " + expected);
    }
}
