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
import java.nio.file.Path;
import org.eclipse.kura.system.SystemService;

/** Services of Kura of which a test needs one answer. */
public final class Fakes {

    private Fakes() {}

    /** A system whose data directory is a folder of the test. */
    public static SystemService system(Path data) {
        return (SystemService) Proxy.newProxyInstance(
                SystemService.class.getClassLoader(),
                new Class<?>[] {SystemService.class},
                (proxy, method, arguments) -> method.getName().equals("getKuraDataDirectory") ? data.toString() : null);
    }
}
