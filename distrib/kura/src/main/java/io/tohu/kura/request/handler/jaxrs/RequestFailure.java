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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request that is answered with another code than 200, and a JSON body that says why. */
public final class RequestFailure extends Exception {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(RequestFailure.class);
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int ERROR = 500;

    private final int code;
    private final transient Object body;

    private RequestFailure(int code, Object body) {
        super(body.toString());
        this.code = code;
        this.body = body;
    }

    /**
     * @param message what is wrong with the request
     * @return 400
     */
    public static RequestFailure badRequest(String message) {
        return new RequestFailure(BAD_REQUEST, Map.of("message", message));
    }

    /**
     * @param name of a member of the request
     * @param value of it, null when it is not given
     * @return the value
     * @throws RequestFailure 400, in Kura's words
     */
    public static <T> T required(String name, T value) throws RequestFailure {
        if (value == null) {
            throw badRequest("parameter \"" + name + "\" is required");
        }
        return value;
    }

    /** 404, 400 or 500, by what was thrown. */
    static RequestFailure of(Exception cause) {
        if (cause instanceof RequestFailure failure) {
            return failure;
        }
        int code = ERROR;
        if (cause instanceof KuraException kura) {
            code = switch (kura.getCode()) {
                case NOT_FOUND -> NOT_FOUND;
                case BAD_REQUEST, CONFIGURATION_ERROR -> BAD_REQUEST;
                default -> ERROR;
            };
        }
        return new RequestFailure(code, Map.of("message", message(cause)));
    }

    private static String message(Exception cause) {
        return cause.getMessage() == null ? "An internal error occurred" : cause.getMessage();
    }

    int code() {
        return code;
    }

    Object body() {
        return body;
    }

    /** The parts of one request: when one fails the others are done all the same, and the answer names those that failed. */
    public static final class Parts {

        /** One part. */
        public interface Part {
            /** @throws Exception when it fails */
            void run() throws Exception;
        }

        @SuppressWarnings("unused") // written as JSON
        private static final class Failure {
            private final String id;
            private final String message;

            private Failure(String id, String message) {
                this.id = id;
                this.message = message;
            }
        }

        private final List<Failure> failures = new ArrayList<>();

        /**
         * @param id names the part in the answer
         * @param part what to do
         */
        public void run(String id, Part part) {
            try {
                part.run();
            } catch (Exception e) {
                LOG.warn("Part {} of a request failed: {}", id, e.toString());
                failures.add(new Failure(id, message(e)));
            }
        }

        /** @throws RequestFailure 500 with one entry for each part that failed */
        public void requireAll() throws RequestFailure {
            if (!failures.isEmpty()) {
                throw new RequestFailure(ERROR, Map.of("failures", failures));
            }
        }
    }
}
