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

/** A request that is answered with an error and a sentence. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int code;

    private Refusal(int code, String message) {
        super(message);
        this.code = code;
    }

    static Refusal badRequest(String message) {
        return new Refusal(400, message);
    }

    static Refusal notFound(String message) {
        return new Refusal(404, message);
    }

    int code() {
        return code;
    }
}
