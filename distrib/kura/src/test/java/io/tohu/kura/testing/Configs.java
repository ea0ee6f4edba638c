/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.testing;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** Component configurations as declarative services make them: the form's defaults, and what is given. */
public final class Configs {

    private Configs() {}

    /**
     * @param type a component property type
     * @param given values by property name
     * @return an instance
     */
    public static <T> T of(Class<T> type, Map<String, Object> given) {
        Map<String, Object> unused = new HashMap<>(given);
        Map<String, Object> values = new HashMap<>();
        for (Method method : type.getDeclaredMethods()) {
            String property = method.getName()
                    .replace("$_$", "-")
                    .replace("__", "\0")
                    .replace('_', '.')
                    .replace('\0', '_');
            Object value = unused.remove(property);
            values.put(method.getName(), value == null ? method.getDefaultValue() : value);
        }
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException(type + " has no " + unused.keySet());
        }
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> values.get(method.getName())));
    }
}
