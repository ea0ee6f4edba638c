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

import io.tohu.modbus.internal.serial.SerialPorts;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.kura.system.SystemService;

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

    /** The ports of this machine; native libraries go below the build's folder. */
    public static SerialPorts ports() {
        return new SerialPorts((SystemService) Proxy.newProxyInstance(
                Configs.class.getClassLoader(), new Class<?>[] {SystemService.class}, (proxy, method, args) -> {
                    if (method.getName().equals("getKuraDataDirectory")) {
                        return Path.of("target", "kura-data").toAbsolutePath().toString();
                    }
                    throw new UnsupportedOperationException(method.getName());
                }));
    }
}
