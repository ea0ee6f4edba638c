/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.status;

import io.tohu.opcua.internal.channel.ChannelSpec;
import io.tohu.opcua.internal.channel.Outcome;
import io.tohu.opcua.internal.link.LinkException;
import io.tohu.opcua.internal.value.ConversionException;
import io.tohu.opcua.internal.value.ValueReader;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.type.TypedValue;

/** Fills the channels that are about the driver. */
public final class StatusReader {

    private StatusReader() {}

    /** Puts the driver's own value, or why there is none, into a record. */
    public static void read(ChannelRecord record, ChannelSpec spec, DriverStatus status) {
        try {
            Outcome.succeeded(record, value(spec, status));
        } catch (ConversionException | LinkException e) {
            Outcome.failed(record, e.getMessage());
        }
    }

    private static TypedValue<?> value(ChannelSpec spec, DriverStatus status)
            throws LinkException, ConversionException {
        return ValueReader.read(status.of(spec.kind(), spec.type()), spec.type());
    }
}
