/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.request.handler.jaxrs;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;

/**
 * The JSON object of a request. A member of another shape than is asked for makes the request a bad one.
 *
 * @param json the object
 */
public record JsonBody(JsonObject json) {

    /** A member of the request has another shape than it should. */
    static final class Malformed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Malformed(RuntimeException cause) {
            super(cause);
        }
    }

    private static <T> T wellFormed(Supplier<T> member) {
        try {
            return member.get();
        } catch (IllegalStateException | ClassCastException | UnsupportedOperationException | NumberFormatException e) {
            throw new Malformed(e);
        }
    }

    /** Null when there is none. */
    static JsonBody of(byte[] bytes) throws KuraException {
        if (bytes == null || bytes.length == 0) {
            return null;
        }
        try {
            JsonObject json = new Gson().fromJson(new String(bytes, StandardCharsets.UTF_8), JsonObject.class);
            return json == null ? null : new JsonBody(json);
        } catch (JsonParseException | ClassCastException e) {
            throw new KuraException(KuraErrorCode.BAD_REQUEST, e);
        }
    }

    /**
     * @param name of a list of texts
     * @return them, each once
     * @throws RequestFailure when they are not given
     */
    public Set<String> texts(String name) throws RequestFailure {
        Set<String> texts = new LinkedHashSet<>();
        for (JsonElement each : list(name)) {
            texts.add(wellFormed(each::getAsString));
        }
        return texts;
    }

    /**
     * @param name of a list of objects
     * @return them
     * @throws RequestFailure when they are not given
     */
    public List<JsonBody> objects(String name) throws RequestFailure {
        List<JsonBody> objects = new ArrayList<>();
        for (JsonElement each : list(name)) {
            objects.add(new JsonBody(wellFormed(each::getAsJsonObject)));
        }
        return objects;
    }

    private Iterable<JsonElement> list(String name) throws RequestFailure {
        return wellFormed(required(name)::getAsJsonArray);
    }

    private JsonElement required(String name) throws RequestFailure {
        if (!has(name)) {
            throw RequestFailure.missing(name);
        }
        return json.get(name);
    }

    private boolean has(String name) {
        return json.has(name) && !json.get(name).isJsonNull();
    }

    /** @return the text, null when it is not given */
    public String text(String name) {
        return has(name) ? wellFormed(json.get(name)::getAsString) : null;
    }

    /** @return the object, null when it is not given */
    public JsonBody object(String name) {
        return has(name) ? new JsonBody(wellFormed(() -> json.getAsJsonObject(name))) : null;
    }

    /** @return the number of a snapshot, say */
    public long number(String name) throws RequestFailure {
        return wellFormed(required(name)::getAsLong);
    }

    /** @return the flag; true when it is not given, as all of Kura's are */
    public boolean flag(String name) {
        return !has(name) || wellFormed(json.get(name)::getAsBoolean);
    }
}
