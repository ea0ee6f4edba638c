/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.cloud;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a message of Kura carries.
 *
 * @param metrics by name: Double, Float, Long, Integer, Boolean, String or byte[]
 * @param body empty when there is none
 */
public record KuraPayload(Map<String, Object> metrics, byte[] body) {

    public KuraPayload {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        body = body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
