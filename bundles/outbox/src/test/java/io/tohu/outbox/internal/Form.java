/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal;

import java.lang.annotation.Annotation;

/** A filled-in form. */
final class Form implements OutboxConfig {

    int messages = 1000;
    String intervals = "";
    boolean encrypt;

    @Override
    public int size_mb() {
        return 16;
    }

    @Override
    public int messages() {
        return messages;
    }

    @Override
    public int disk_reserve_mb() {
        return 0;
    }

    @Override
    public String flush_intervals() {
        return intervals;
    }

    @Override
    public String quotas() {
        return "";
    }

    @Override
    public int alarm_priority() {
        return 4;
    }

    @Override
    public int compress_from() {
        return 0;
    }

    @Override
    public boolean encrypt() {
        return encrypt;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return OutboxConfig.class;
    }
}
