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

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One line a log record on standard output; what the command line sets with -D wins. */
final class LogSettings {

    /** Held, or the logging library may forget the level: this one reports every provider that it finds. */
    private static final Logger WEAVER = Logger.getLogger("org.apache.aries.spifly");

    private LogSettings() {}

    static void publish() {
        WEAVER.setLevel(Level.WARNING);
        Map<String, String> defaults = Map.of(
                "logFile", "System.out",
                "showDateTime", "true",
                "dateTimeFormat", Console.TIME_FORMAT,
                "showShortLogName", "true",
                "defaultLogLevel", "info");
        defaults.forEach((name, value) -> {
            String property = "org.slf4j.simpleLogger." + name;
            System.setProperty(property, System.getProperty(property, value));
        });
    }
}
