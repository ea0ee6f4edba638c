/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.exchange;

import io.tohu.modbus.internal.link.ExchangeException;
import io.tohu.modbus.internal.plan.Span;

/**
 * What came of one read request; shared by all the channels it was to answer.
 *
 * @param span what was asked for
 * @param data its cells; null when it failed
 * @param time when the reply came, milliseconds since the epoch
 * @param failure why there are no data; null when there are
 */
public record Reading(Span span, byte[] data, long time, ExchangeException failure) {

    /** Where a part of the span begins in the data: a byte for registers, a bit for bits. */
    public int offset(Span part) {
        return (span.table().bits() ? 1 : 2) * (part.start() - span.start());
    }
}
