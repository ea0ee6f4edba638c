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

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the queue can write, and the sentence that says why not; logged when it changes. */
final class Health {

    private static final Logger LOG = LoggerFactory.getLogger("io.tohu.outbox");

    private final String name;
    private String trouble = "";
    private String pressure = "";

    Health(String name) {
        this.name = name;
    }

    boolean isWritable() {
        return trouble.isEmpty();
    }

    /** What is wrong and what to do; empty when all is well. */
    String trouble() {
        return trouble;
    }

    void failed(String sentence) {
        if (!trouble.equals(sentence)) {
            trouble = sentence;
            LOG.error(
                    "Outbox {}: {}. Until that is over only the most important messages are kept, in memory",
                    name,
                    sentence);
        }
    }

    void works(String sentence) {
        if (!trouble.isEmpty()) {
            trouble = "";
            LOG.info("Outbox {}: works again{}", name, sentence);
        }
    }

    /** Says that messages are being dropped, once until it is over. */
    void full(String sentence) {
        if (pressure.isEmpty()) {
            pressure = sentence;
            LOG.warn("Outbox {} is full: {}", name, sentence);
        }
    }

    boolean isFull() {
        return !pressure.isEmpty();
    }

    void notFull(long dropped) {
        pressure = "";
        LOG.info("Outbox {} has room again; {} messages were dropped or refused in its life", name, dropped);
    }

    void info(String format, Object... arguments) {
        LOG.info("Outbox " + name + ": " + format, arguments);
    }

    void debug(String format, Object... arguments) {
        LOG.debug("Outbox " + name + ": " + format, arguments);
    }

    void warn(String format, Object... arguments) {
        LOG.warn("Outbox " + name + ": " + format, arguments);
    }
}
