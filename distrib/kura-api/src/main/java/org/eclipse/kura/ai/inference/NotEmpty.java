/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.ai.inference;

import java.util.Optional;

/** Checks of texts that the builders share. */
final class NotEmpty {

    private NotEmpty() {}

    static Optional<String> or(String text, Optional<String> other) {
        return text == null || text.isEmpty() ? other : Optional.of(text);
    }

    static void check(String text, String what) {
        if (text == null || text.isEmpty()) {
            throw new IllegalArgumentException("the " + what + " must not be empty");
        }
    }
}
