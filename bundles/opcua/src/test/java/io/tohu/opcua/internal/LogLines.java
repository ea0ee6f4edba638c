/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What one class says in the log, from the creation of this until it is closed. */
public final class LogLines extends Handler {

    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final List<String> details = new CopyOnWriteArrayList<>();
    private final Logger logger;

    private LogLines(Logger logger) {
        this.logger = logger;
    }

    /** @param speaker name of a class */
    public static LogLines of(String speaker) {
        LogLines lines = new LogLines(Logger.getLogger(speaker));
        lines.logger.setLevel(Level.FINE);
        lines.logger.addHandler(lines);
        return lines;
    }

    /** Level and text of each line an operator sees. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    /** The lines that are seen only while a mistake is looked for. */
    public List<String> details() {
        return List.copyOf(details);
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.INFO.intValue()) {
            texts.add(line.getLevel() + " " + line.getMessage());
        } else {
            details.add(line.getMessage());
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(null);
    }
}
