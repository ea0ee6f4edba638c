/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.channel;

import io.tohu.opcua.internal.link.StatusText;
import io.tohu.opcua.internal.value.ConversionException;
import io.tohu.opcua.internal.value.ValueReader;
import java.lang.reflect.Array;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelStatus;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;

/** Puts what came of a request into a channel's record: value and source time, or failure and reason. */
public final class Outcome {

    private static final ChannelStatus SUCCESS = new ChannelStatus(ChannelFlag.SUCCESS);

    private Outcome() {}

    /** A value as it came from the server. */
    public static void read(ChannelRecord record, ChannelSpec spec, DataValue value, boolean acceptUncertain) {
        StatusCode status = value.statusCode();
        if (spec.kind() == ChannelKind.STATUS_CODE) {
            convert(record, spec, new Variant(status));
        } else if (!status.isGood() && !(acceptUncertain && status.isUncertain())) {
            fail(record, StatusText.of(status) + " (" + spec.node() + ")");
        } else {
            convert(record, spec, content(value.value(), spec));
        }
        record.setTimestamp(time(value));
    }

    /** A value of this side. */
    public static void succeeded(ChannelRecord record, TypedValue<?> value) {
        record.setValue(value);
        record.setChannelStatus(SUCCESS);
        record.setTimestamp(System.currentTimeMillis());
    }

    /** What the server said to a write. */
    public static void written(ChannelRecord record, ChannelSpec spec, StatusCode status) {
        if (status.isBad()) {
            fail(record, StatusText.of(status) + " (" + spec.node() + ")");
        } else {
            record.setChannelStatus(SUCCESS);
        }
        record.setTimestamp(System.currentTimeMillis());
    }

    /** A failure on this side. */
    public static void failed(ChannelRecord record, String reason) {
        fail(record, reason);
        record.setTimestamp(System.currentTimeMillis());
    }

    private static void convert(ChannelRecord record, ChannelSpec spec, Variant content) {
        try {
            record.setValue(ValueReader.read(content, spec.type()));
            record.setChannelStatus(SUCCESS);
        } catch (ConversionException e) {
            fail(record, e.getMessage() + " (" + spec.node() + ")");
        }
    }

    private static void fail(ChannelRecord record, String reason) {
        record.setChannelStatus(new ChannelStatus(ChannelFlag.FAILURE, reason, new ChannelException(reason)));
    }

    /** One element asked for by index range comes as an array of one. */
    private static Variant content(Variant variant, ChannelSpec spec) {
        Object value = variant.value();
        boolean element =
                spec.indexRange() != null && value != null && value.getClass().isArray() && Array.getLength(value) == 1;
        return element ? new Variant(Array.get(value, 0)) : variant;
    }

    private static long time(DataValue value) {
        DateTime source = value.sourceTime();
        if (source == null || source.isNull()) {
            source = value.serverTime();
        }
        return source == null || source.isNull() ? System.currentTimeMillis() : source.getJavaTime();
    }
}
