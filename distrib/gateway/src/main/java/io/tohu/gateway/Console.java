/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.gateway;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** The launcher's own lines on standard output, in the shape of the bundles' log lines. */
final class Console {

    static final String TIME_FORMAT = "yyyy-MM-dd HH:mm:ss.SSS";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(TIME_FORMAT);

    private Console() {}

    static void info(String message) {
        line("INFO", "Gateway", message);
    }

    static void error(String message) {
        line("ERROR", "Gateway", message);
    }

    static void line(String level, String source, String message) {
        line(Thread.currentThread().getName(), level, source, message);
    }

    static void line(String thread, String level, String source, String message) {
        System.out.println(TIME.format(LocalDateTime.now()) + " [" + thread + "] " + level + " " + source + " - "
                + message.strip().replaceAll("\\s*\\R\\s*", " | "));
    }

    /** One line about a failure, down to its first cause. */
    static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder();
        String last = "";
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String message = each.getMessage() == null ? each.getClass().getSimpleName() : each.getMessage();
            if (!last.contains(message)) {
                text.append(text.length() == 0 ? "" : ": ").append(message);
                last = message;
            }
        }
        return text.toString();
    }
}
