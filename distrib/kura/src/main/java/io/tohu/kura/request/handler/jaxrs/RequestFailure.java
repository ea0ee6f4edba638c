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

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;

/** A request that is answered with another code than 200, and a JSON body that says why. */
public final class RequestFailure extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int ERROR = 500;

    private final int code;
    private final transient JsonObject body;

    private RequestFailure(int code, JsonObject body, Throwable cause) {
        super(body.toString(), cause);
        this.code = code;
        this.body = body;
    }

    /**
     * @param message what is wrong with the request
     * @return 400
     */
    public static RequestFailure badRequest(String message) {
        return new RequestFailure(BAD_REQUEST, message(message), null);
    }

    /**
     * @param name what the request lacks
     * @return 400, in Kura's words
     */
    public static RequestFailure missing(String name) {
        return badRequest("parameter \"" + name + "\" is required");
    }

    /**
     * @param failures what failed, by the name of the part
     * @return 500 with one entry for each part
     */
    static RequestFailure ofParts(Map<String, String> failures) {
        JsonArray parts = new JsonArray();
        failures.forEach((id, text) -> {
            JsonObject part = new JsonObject();
            part.addProperty("id", id);
            part.addProperty("message", text);
            parts.add(part);
        });
        JsonObject body = new JsonObject();
        body.add("failures", parts);
        return new RequestFailure(ERROR, body, null);
    }

    /** 404, 400 or 500, by what was thrown. */
    static RequestFailure of(Exception cause) {
        if (cause instanceof RequestFailure failure) {
            return failure;
        }
        if (cause instanceof JsonBody.Malformed) {
            return of(new KuraException(KuraErrorCode.BAD_REQUEST, cause));
        }
        int code = ERROR;
        if (cause instanceof KuraException kura) {
            code = switch (kura.getCode()) {
                case NOT_FOUND -> NOT_FOUND;
                case BAD_REQUEST, CONFIGURATION_ERROR -> BAD_REQUEST;
                default -> ERROR;
            };
        }
        return new RequestFailure(code, message(cause.getMessage()), cause);
    }

    private static JsonObject message(String text) {
        JsonObject body = new JsonObject();
        body.addProperty("message", text == null ? "An internal error occurred" : text);
        return body;
    }

    int code() {
        return code;
    }

    JsonObject body() {
        return body;
    }
}
