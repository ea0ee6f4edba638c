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
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words for an error code and its arguments.
 *
 * <p>The wording on a gateway is Kura's own, but no argument is shown here that Kura would not show: a reason that a user
 * is to read must be lost here too where it is lost there.
 */
final class ErrorText {

    private static final Set<KuraErrorCode> WITHOUT_ARGUMENTS = EnumSet.of(
            KuraErrorCode.CONFIGURATION_SNAPSHOT_LISTING,
            KuraErrorCode.CONFIGURATION_SNAPSHOT_LOADING,
            KuraErrorCode.CONFIGURATION_SNAPSHOT_TAKING,
            KuraErrorCode.CONFIGURATION_ROLLBACK,
            KuraErrorCode.PARTIAL_SUCCESS,
            KuraErrorCode.NOT_CONNECTED,
            KuraErrorCode.TIMED_OUT,
            KuraErrorCode.TOO_MANY_INFLIGHT_MESSAGES,
            KuraErrorCode.INVALID_MESSAGE_EXCEPTION,
            KuraErrorCode.NOT_FOUND,
            KuraErrorCode.DISCONNECTION_FAILED,
            // These three have no words in Kura, and its general ones show the second argument at best.
            KuraErrorCode.IO_ERROR,
            KuraErrorCode.UNSUPPORTED_MODEM,
            KuraErrorCode.INVALID_CERTIFICATE_EXCEPTION);

    private ErrorText() {}

    static String of(KuraErrorCode code, Object[] arguments) {
        String words = code == null
                ? "unknown error"
                : code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        int shown = arguments == null ? 0 : Math.min(arguments.length, shown(code));
        if (shown == 0) {
            return words;
        }
        return Arrays.stream(arguments, 0, shown)
                .map(String::valueOf)
                .collect(Collectors.joining(" - ", words + ": ", ""));
    }

    @SuppressWarnings("deprecation")
    private static int shown(KuraErrorCode code) {
        if (code == null || code == KuraErrorCode.INTERNAL_ERROR) {
            return Integer.MAX_VALUE;
        }
        if (WITHOUT_ARGUMENTS.contains(code)) {
            return 0;
        }
        return switch (code) {
            case CONFIGURATION_ATTRIBUTE_INVALID -> 3;
            case OS_COMMAND_ERROR -> 2;
            default -> 1;
        };
    }
}
