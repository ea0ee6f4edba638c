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

import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An instance to be created on a gateway.
 *
 * @param pid its name
 * @param factoryPid what it is an instance of
 * @param properties its configuration, single values only
 */
public record ComponentSpec(String pid, String factoryPid, Map<String, Object> properties) {

    public ComponentSpec {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** Properties as CONF-V2 and WIRE-V1 take them: each with its type. */
    public static JsonObject typed(Map<String, ?> properties) {
        JsonObject json = new JsonObject();
        properties.forEach((name, value) -> json.add(name, typed(value)));
        return json;
    }

    private static JsonObject typed(Object value) {
        JsonObject json = new JsonObject();
        json.addProperty("type", value.getClass().getSimpleName().toUpperCase(Locale.ROOT));
        if (value instanceof Boolean flag) {
            json.addProperty("value", flag);
        } else if (value instanceof Number number) {
            json.addProperty("value", number);
        } else {
            json.addProperty("value", value.toString());
        }
        return json;
    }
}
