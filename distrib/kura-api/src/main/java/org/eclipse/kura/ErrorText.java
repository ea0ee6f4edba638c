/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words for an error code and its arguments. */
final class ErrorText {

    private ErrorText() {}

    static String of(KuraErrorCode code, Object[] arguments) {
        String words = code == null
                ? "unknown error"
                : code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (arguments == null || arguments.length == 0) {
            return words;
        }
        return Arrays.stream(arguments).map(String::valueOf).collect(Collectors.joining(" - ", words + ": ", ""));
    }
}
