/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal.log;

import java.io.IOException;

/** A record is not what was written. Reading it again does not help. */
public final class DamagedException extends IOException {

    private static final long serialVersionUID = 1;

    DamagedException(String message) {
        super(message);
    }
}
