/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Forms as annotation types, filled in as far as a test says and with their defaults otherwise. */
public final class Defaults {

    private Defaults() {}

    /** @param values by the name of the annotation's method */
    public static <T> T form(Class<T> type, Map<String, ?> values) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object value = values.get(method.getName());
                    if (value != null) {
                        return value;
                    }
                    return method.getName().equals("annotationType") ? type : method.getDefaultValue();
                }));
    }
}
