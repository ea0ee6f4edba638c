/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.point;

/** A value that its channel cannot carry; the message says which value, and what to change. */
public final class ValueException extends Exception {

    private static final long serialVersionUID = 1L;

    public ValueException(String message) {
        // No stack trace: a thousand channels of a device may fail at every reading, all at the same line.
        super(message, null, false, false);
    }
}
