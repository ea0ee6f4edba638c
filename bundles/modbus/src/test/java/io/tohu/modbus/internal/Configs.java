/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Configurations as the component runtime makes them: the form's defaults, and what was entered. */
public final class Configs {

    private Configs() {}

    /** @param entered by property name, with dots */
    public static ModbusDriverConfig of(Map<String, Object> entered) {
        return (ModbusDriverConfig) Proxy.newProxyInstance(
                Configs.class.getClassLoader(), new Class<?>[] {ModbusDriverConfig.class}, (proxy, method, args) -> {
                    Object value = entered.get(method.getName().replace('_', '.'));
                    return value == null ? method.getDefaultValue() : value;
                });
    }
}
