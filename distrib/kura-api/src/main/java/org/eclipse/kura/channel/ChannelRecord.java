/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.channel;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;
import org.osgi.annotation.versioning.ProviderType;

/** One value to be read from or written to a channel, and how that went. */
@ProviderType
public class ChannelRecord {

    private final String channelName;
    private final DataType valueType;
    private Map<String, Object> channelConfig;
    private ChannelStatus channelStatus;
    private TypedValue<?> value;
    private long timestamp;
    private String unit;

    private ChannelRecord(String channelName, DataType valueType) {
        this.channelName = requireNonNull(channelName, "channelName");
        this.valueType = valueType;
    }

    /** A record to be filled by a read, without a unit. */
    public static ChannelRecord createReadRecord(String channelName, DataType valueType) {
        return createReadRecord(channelName, valueType, "");
    }

    /** A record to be filled by a read. */
    public static ChannelRecord createReadRecord(String channelName, DataType valueType, String unit) {
        ChannelRecord result = new ChannelRecord(channelName, requireNonNull(valueType, "valueType"));
        result.unit = unit;
        return result;
    }

    /** A record with a value to write. */
    public static ChannelRecord createWriteRecord(String channelName, TypedValue<?> value) {
        ChannelRecord result =
                new ChannelRecord(channelName, requireNonNull(value, "value").getType());
        result.value = value;
        return result;
    }

    /** A record that has only an outcome; its value type is null. */
    public static ChannelRecord createStatusRecord(String channelName, ChannelStatus status) {
        ChannelRecord result = new ChannelRecord(channelName, null);
        result.channelStatus = requireNonNull(status, "status");
        return result;
    }

    public String getChannelName() {
        return channelName;
    }

    public DataType getValueType() {
        return valueType;
    }

    /** The channel's configuration, null until it is set. */
    public Map<String, Object> getChannelConfig() {
        return channelConfig;
    }

    public void setChannelConfig(Map<String, Object> channelConfig) {
        this.channelConfig = new HashMap<>(requireNonNull(channelConfig, "channelConfig"));
    }

    /** The outcome, null until it is set. */
    public ChannelStatus getChannelStatus() {
        return channelStatus;
    }

    public void setChannelStatus(ChannelStatus status) {
        this.channelStatus = requireNonNull(status, "status");
    }

    /** The value, null until it is set. */
    public TypedValue<?> getValue() {
        return value;
    }

    public void setValue(TypedValue<?> value) {
        this.value = requireNonNull(value, "value");
    }

    /** Milliseconds since 1970-01-01T00:00Z, 0 until it is set. */
    public long getTimestamp() {
        return timestamp;
    }

    public void setTimestamp(long timestamp) {
        this.timestamp = timestamp;
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit;
    }

    @Override
    public boolean equals(Object obj) {
        if (this == obj) {
            return true;
        }
        if (obj == null || getClass() != obj.getClass()) {
            return false;
        }
        ChannelRecord other = (ChannelRecord) obj;
        return channelName.equals(other.channelName)
                && valueType == other.valueType
                && timestamp == other.timestamp
                && Objects.equals(value, other.value)
                && Objects.equals(unit, other.unit)
                && Objects.equals(channelStatus, other.channelStatus);
    }

    @Override
    public int hashCode() {
        return Objects.hash(channelName, valueType, timestamp, value, unit, channelStatus);
    }

    @Override
    public String toString() {
        return "ChannelRecord [channelName=" + channelName + ", valueType=" + valueType + ", value=" + value
                + ", timestamp=" + timestamp + ", unit=" + unit + ", channelStatus=" + channelStatus
                + ", channelConfig=" + channelConfig + "]";
    }
}
