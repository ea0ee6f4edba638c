/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal;

import io.tohu.modbus.internal.exchange.Write;
import io.tohu.modbus.internal.link.ExchangeException;
import io.tohu.modbus.internal.link.ExchangeException.Kind;
import io.tohu.modbus.internal.point.Point;
import io.tohu.modbus.internal.point.PointParser;
import io.tohu.modbus.internal.point.SetPoints;
import io.tohu.modbus.internal.point.ValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelStatus;

/** Writes records, and gives each its outcome. */
final class RecordWriter {

    private static final ChannelStatus SUCCESS = new ChannelStatus(ChannelFlag.SUCCESS);

    private RecordWriter() {}

    /**
     * Records that cannot be written as they are fail at once; the others are written in their order.
     *
     * @throws ExchangeException of kind LINK when there is or was no connection; every record has its outcome
     */
    static void write(List<ChannelRecord> records, Device device, Timer timer)
            throws ExchangeException, InterruptedException {
        List<ChannelRecord> sound = new ArrayList<>(records.size());
        List<Write> writes = new ArrayList<>(records.size());
        PointParser parser = device.parser();
        for (ChannelRecord record : records) {
            try {
                writes.add(write(record, parser));
                sound.add(record);
            } catch (ValueException e) {
                finish(record, e, timer);
            }
        }
        if (!writes.isEmpty()) {
            send(sound, writes, device, timer);
        }
    }

    private static void send(List<ChannelRecord> records, List<Write> writes, Device device, Timer timer)
            throws ExchangeException, InterruptedException {
        List<ExchangeException> failures;
        try {
            failures = device.write(writes);
        } catch (ExchangeException e) {
            records.forEach(r -> finish(r, e, timer));
            throw e;
        }
        ExchangeException lost = null;
        for (int i = 0; i < records.size(); i++) {
            ExchangeException failure = failures.get(i);
            if (failure == null) {
                finish(records.get(i), null, timer);
            } else {
                finish(
                        records.get(i),
                        new ValueException(writes.get(i).point().where() + ": " + failure.getMessage()),
                        timer);
                lost = failure.kind() == Kind.LINK ? failure : lost;
            }
        }
        if (lost != null) {
            throw new ExchangeException(Kind.LINK, device.connection().peer() + ": " + lost.getMessage());
        }
    }

    private static Write write(ChannelRecord record, PointParser parser) throws ValueException {
        Map<String, Object> settings = record.getChannelConfig();
        Point point = parser.parse(settings == null ? Map.of() : settings);
        if (!point.table().writable()) {
            throw new ValueException(point.where() + ": a " + point.table().words() + " cannot be written");
        }
        try {
            return new Write(point, SetPoints.cells(point, record.getValue()));
        } catch (ValueException e) {
            throw new ValueException(point.where() + ": " + e.getMessage());
        }
    }

    private static void finish(ChannelRecord record, Exception failure, Timer timer) {
        record.setTimestamp(timer.wallMillis());
        record.setChannelStatus(
                failure == null ? SUCCESS : new ChannelStatus(ChannelFlag.FAILURE, failure.getMessage(), failure));
    }
}
