/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.poll;

import io.tohu.modbus.internal.channel.Target;
import io.tohu.modbus.internal.point.Fields;
import io.tohu.modbus.internal.point.Point;
import io.tohu.modbus.internal.point.PointParser;
import io.tohu.modbus.internal.point.ValueException;
import java.util.Map;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelStatus;
import org.eclipse.kura.channel.listener.ChannelEvent;
import org.eclipse.kura.channel.listener.ChannelListener;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One channel that somebody listens to. The listener hears the first value, values that moved by more than the
 * deadband, failures when they begin or change, and the first value after a failure.
 */
final class Subscription implements Target {

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
    private static final ChannelStatus SUCCESS = new ChannelStatus(ChannelFlag.SUCCESS);
    private static final int DEFAULT_INTERVAL = 1000;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 86_400_000;

    private final Map<String, Object> settings;
    private final ChannelListener listener;
    private final String name;
    private final DataType valueType;
    private final int interval;
    private final double deadband;
    private final ValueException wrong;

    private TypedValue<?> lastValue;
    private String lastFailure;
    private boolean complained;

    /** @param settings of the channel, with Kura's own under keys that begin with a plus */
    Subscription(Map<String, Object> settings, ChannelListener listener) {
        this.settings = settings;
        this.listener = listener;
        Fields fields = new Fields(settings);
        this.name = fields.text("+name");
        ValueException trouble = null;
        DataType type = DataType.STRING;
        int millis = DEFAULT_INTERVAL;
        double band = 0;
        try {
            type = fields.choice("+value.type", type);
            millis = fields.number(Poller.INTERVAL, DEFAULT_INTERVAL, SHORTEST, LONGEST);
            band = fields.decimal(Poller.DEADBAND, 0);
        } catch (ValueException e) {
            trouble = e;
        }
        this.valueType = type;
        this.interval = millis;
        this.deadband = band;
        this.wrong = trouble;
    }

    ChannelListener listener() {
        return listener;
    }

    /** Milliseconds from one reading to the next. */
    int interval() {
        return interval;
    }

    @Override
    public Point point(PointParser parser) throws ValueException {
        if (wrong != null) {
            throw wrong;
        }
        return parser.parse(settings);
    }

    @Override
    public DataType valueType() {
        return valueType;
    }

    @Override
    public void value(TypedValue<?> value, long time) {
        if (lastFailure == null && lastValue != null && !moved(value)) {
            return;
        }
        lastFailure = null;
        lastValue = value;
        ChannelRecord record = record(time);
        record.setValue(value);
        record.setChannelStatus(SUCCESS);
        tell(record);
    }

    @Override
    public void failed(Exception failure, long time) {
        if (failure.getMessage().equals(lastFailure)) {
            return;
        }
        lastFailure = failure.getMessage();
        ChannelRecord record = record(time);
        record.setChannelStatus(new ChannelStatus(ChannelFlag.FAILURE, failure.getMessage(), failure));
        tell(record);
    }

    private boolean moved(TypedValue<?> value) {
        if (deadband < 0) {
            return true;
        }
        if (deadband > 0 && value.getValue() instanceof Number now && lastValue.getValue() instanceof Number before) {
            double distance = Math.abs(now.doubleValue() - before.doubleValue());
            // A comparison with NaN is false, yet a value that turns NaN, or back, has moved.
            return Double.isNaN(distance) ? !value.equals(lastValue) : distance > deadband;
        }
        return !value.equals(lastValue);
    }

    private ChannelRecord record(long time) {
        ChannelRecord record = ChannelRecord.createReadRecord(name, valueType, new Fields(settings).text("+unit"));
        record.setTimestamp(time);
        return record;
    }

    private void tell(ChannelRecord record) {
        try {
            listener.onChannelEvent(new ChannelEvent(record));
        } catch (RuntimeException e) {
            if (!complained) {
                LOG.warn("The listener of channel {} fails; its later failures are not logged", name, e);
                complained = true;
            }
        }
    }
}
