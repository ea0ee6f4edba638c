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

import java.lang.reflect.Proxy;
import java.util.Map;

/** Services of many methods of which a test needs one or two. */
public final class Fakes {

    private Fakes() {}

    /**
     * @param type an interface
     * @param answers results by method name; a Runnable is run
     * @return an instance; any other method gives null, 0 or false
     */
    public static <T> T of(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            Object answer = answers.get(method.getName());
            if (answer instanceof Runnable action) {
                action.run();
                return nothing(method.getReturnType());
            }
            return answer != null ? answer : nothing(method.getReturnType());
        }));
    }

    private static Object nothing(Class<?> type) {
        if (type == int.class) {
            return 0;
        } else if (type == long.class) {
            return 0L;
        }
        return type == boolean.class ? false : null;
    }
}
