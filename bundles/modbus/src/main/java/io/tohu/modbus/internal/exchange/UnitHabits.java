/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.exchange;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Functions that single units were seen not to know, so that they are not asked in vain again. */
final class UnitHabits {

    private record Missing(int unit, int function) {}

    private final Set<Missing> missing = ConcurrentHashMap.newKeySet();

    boolean knows(int unit, int function) {
        return !missing.contains(new Missing(unit, function));
    }

    void lacks(int unit, int function) {
        missing.add(new Missing(unit, function));
    }
}
