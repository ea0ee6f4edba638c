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

/**
 * What came of asking for one span.
 *
 * @param data the cells of the block that held it; null when it failed
 * @param offset where the span begins in the data: a byte for registers, a bit for bits
 * @param time when the reply came, milliseconds since the epoch
 * @param failure why there are no data; null when there are
 */
public record Reading(byte[] data, int offset, long time, ExchangeException failure) {

    static Reading failed(ExchangeException failure, long time) {
        return new Reading(null, 0, time, failure);
    }
}
