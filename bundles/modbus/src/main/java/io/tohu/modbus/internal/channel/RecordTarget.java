/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.channel;

import io.tohu.modbus.internal.point.Point;
import io.tohu.modbus.internal.point.PointParser;
import io.tohu.modbus.internal.point.ValueException;
import java.util.Map;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelStatus;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;

/** A record that a reader gets back. */
public final class RecordTarget implements Target {

    private static final ChannelStatus SUCCESS = new ChannelStatus(ChannelFlag.SUCCESS);

    private final boolean renewable;
    private ChannelRecord record;

    /**
     * @param renewable whether another record may take this one's place: a record cannot give up the value of an
     *     earlier reading, which a reader might take for this one's
     */
    public RecordTarget(ChannelRecord record, boolean renewable) {
        this.record = record;
        this.renewable = renewable;
    }

    public ChannelRecord record() {
        return record;
    }

    @Override
    public Point point(PointParser parser) throws ValueException {
        Map<String, Object> settings = record.getChannelConfig();
        return parser.parse(settings == null ? Map.of() : settings);
    }

    @Override
    public DataType valueType() {
        return record.getValueType();
    }

    @Override
    public void value(TypedValue<?> value, long time) {
        // An asset may have scaled the value that was there; and a store into an old object costs more than a look.
        if (record.getValue() != value) {
            record.setValue(value);
        }
        record.setTimestamp(time);
        if (record.getChannelStatus() != SUCCESS) {
            record.setChannelStatus(SUCCESS);
        }
    }

    @Override
    public void failed(Exception failure, long time) {
        if (renewable && record.getValue() != null) {
            renew();
        }
        record.setTimestamp(time);
        record.setChannelStatus(new ChannelStatus(ChannelFlag.FAILURE, failure.getMessage(), failure));
    }

    private void renew() {
        ChannelRecord fresh =
                ChannelRecord.createReadRecord(record.getChannelName(), record.getValueType(), record.getUnit());
        if (record.getChannelConfig() != null) {
            fresh.setChannelConfig(record.getChannelConfig());
        }
        record = fresh;
    }
}
