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

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;
import org.osgi.annotation.versioning.ProviderType;

/** One configured channel of an asset. */
@ProviderType
public class Channel {

    private final Map<String, Object> configuration;
    private String name;
    private ChannelType type;
    private DataType valueType;
    private ScaleOffsetType scaleOffsetType;
    private Number scale;
    private Number offset;
    private String unit = "";
    private boolean enabled = true;

    @Deprecated
    public Channel(String name, ChannelType type, DataType valueType, Map<String, Object> configuration) {
        this(name, type, valueType, ScaleOffsetType.DEFINED_BY_VALUE_TYPE, 1.0, 0.0, configuration);
    }

    public Channel(
            String name,
            ChannelType type,
            DataType valueType,
            ScaleOffsetType scaleOffsetType,
            Number scale,
            Number offset,
            Map<String, Object> configuration) {
        this.name = requireNonNull(name, "name");
        this.type = requireNonNull(type, "type");
        this.valueType = requireNonNull(valueType, "valueType");
        this.scaleOffsetType = requireNonNull(scaleOffsetType, "scaleOffsetType");
        this.scale = requireNonNull(scale, "scale");
        this.offset = requireNonNull(offset, "offset");
        this.configuration = Collections.unmodifiableMap(requireNonNull(configuration, "configuration"));
    }

    public Map<String, Object> getConfiguration() {
        return configuration;
    }

    public String getName() {
        return name;
    }

    public ChannelType getType() {
        return type;
    }

    public DataType getValueType() {
        return valueType;
    }

    public ScaleOffsetType getScaleOffsetType() {
        return scaleOffsetType;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public String getUnit() {
        return unit;
    }

    @Deprecated
    public double getValueScale() {
        return scale.doubleValue();
    }

    public Number getValueScaleAsNumber() {
        return scale;
    }

    @Deprecated
    public double getValueOffset() {
        return offset.doubleValue();
    }

    public Number getValueOffsetAsNumber() {
        return offset;
    }

    public void setName(String name) {
        this.name = requireNonNull(name, "name");
    }

    public void setType(ChannelType type) {
        this.type = requireNonNull(type, "type");
    }

    public void setValueType(DataType valueType) {
        this.valueType = requireNonNull(valueType, "valueType");
    }

    public void setScaleOffsetType(ScaleOffsetType scaleOffsetType) {
        this.scaleOffsetType = scaleOffsetType;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public void setScale(double scale) {
        this.scale = scale;
    }

    public void setScale(Number scale) {
        this.scale = scale;
    }

    public void setOffset(double offset) {
        this.offset = offset;
    }

    public void setOffset(Number offset) {
        this.offset = offset;
    }

    public void setUnit(String unit) {
        this.unit = unit;
    }

    /** A record that a driver fills with a value of this channel. */
    public ChannelRecord createReadRecord() {
        ChannelRecord result = ChannelRecord.createReadRecord(name, valueType, unit);
        result.setChannelConfig(configuration);
        return result;
    }

    /**
     * A record that a driver writes to this channel.
     *
     * @throws IllegalArgumentException when the value is not of the channel's value type
     */
    public ChannelRecord createWriteRecord(TypedValue<?> value) {
        if (requireNonNull(value, "value").getType() != valueType) {
            throw new IllegalArgumentException("channel " + name + " takes " + valueType + ", not " + value.getType());
        }
        ChannelRecord result = ChannelRecord.createWriteRecord(name, value);
        result.setChannelConfig(configuration);
        return result;
    }

    @Override
    public boolean equals(Object obj) {
        if (this == obj) {
            return true;
        }
        if (obj == null || getClass() != obj.getClass()) {
            return false;
        }
        Channel other = (Channel) obj;
        return enabled == other.enabled
                && name.equals(other.name)
                && type == other.type
                && valueType == other.valueType
                && scaleOffsetType == other.scaleOffsetType
                && Objects.equals(scale, other.scale)
                && Objects.equals(offset, other.offset)
                && Objects.equals(unit, other.unit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(enabled, name, type, valueType, scaleOffsetType, scale, offset, unit);
    }

    @Override
    public String toString() {
        return "Channel [name=" + name + ", type=" + type + ", valueType=" + valueType + ", scale=" + scale
                + ", offset=" + offset + ", unit=" + unit + ", configuration=" + configuration + "]";
    }
}
