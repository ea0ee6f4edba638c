/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.standalone;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Filled-in forms of components: what was entered, and the defaults of everything else. */
public final class Form {

    private Form() {}

    /**
     * Fills a form in.
     *
     * @param entered by the names that properties have, such as {@code endpoint.url}
     */
    public static <A extends Annotation> A filled(Class<A> form, Map<String, Object> entered) {
        return form.cast(Proxy.newProxyInstance(form.getClassLoader(), new Class<?>[] {form}, (proxy, method, args) -> {
            Object value = entered.get(method.getName().replace('_', '.'));
            return value == null ? method.getDefaultValue() : value;
        }));
    }
}
