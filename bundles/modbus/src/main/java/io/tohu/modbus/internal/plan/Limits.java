/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.plan;

import io.tohu.modbus.internal.point.Table;

/**
 * What one read request may ask for.
 *
 * @param maxRegisters registers a request, 1 to 125
 * @param maxBits coils or discrete inputs a request, 1 to 2000
 * @param maxGap cells that nobody asked for, but that may be read along when that saves a request
 */
public record Limits(int maxRegisters, int maxBits, int maxGap) {

    public int maxLength(Table table) {
        return table.bits() ? maxBits : maxRegisters;
    }
}
