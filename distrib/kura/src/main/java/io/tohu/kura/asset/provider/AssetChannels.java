/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.asset.provider;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.asset.AssetConfiguration;
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelType;
import org.eclipse.kura.channel.ScaleOffsetType;
import org.eclipse.kura.type.DataType;

/**
 * The channels in an asset's properties: {@code <channel>#<field>}, where the asset's own fields begin with +.
 *
 * <p>As in Kura, every field reaches the driver as a String whatever its type in the properties, a name with one of
 * {@code # / + ,} or a space is no channel, and a channel without {@code +type} or {@code +value.type} is left out.
 */
public final class AssetChannels {

    static final String SEPARATOR = "#";
    static final String VALUE_TYPE = "+value.type";

    private static final String NOT_IN_NAMES = "#/+, ";

    private AssetChannels() {}

    /**
     * @param properties an asset's properties
     * @return its description, driver and channels
     * @throws IllegalArgumentException with the channel's name, when a field of the asset's own has no valid value
     */
    public static AssetConfiguration parse(Map<String, Object> properties) {
        Map<String, Map<String, Object>> fields = new HashMap<>();
        properties.forEach((key, value) -> {
            int at = key.indexOf(SEPARATOR);
            if (at > 0 && at < key.length() - 1 && isName(key.substring(0, at))) {
                fields.computeIfAbsent(key.substring(0, at), name -> new HashMap<>())
                        .put(key.substring(at + 1), value == null ? null : value.toString());
            }
        });
        Map<String, Channel> channels = new HashMap<>();
        fields.forEach((name, config) -> {
            if (config.get("+type") != null && config.get(VALUE_TYPE) != null) {
                channels.put(name, channel(name, config));
            }
        });
        return new AssetConfiguration(
                (String) properties.getOrDefault("asset.desc", ""), (String) properties.get("driver.pid"), channels);
    }

    private static boolean isName(String name) {
        return name.chars().noneMatch(c -> NOT_IN_NAMES.indexOf(c) >= 0);
    }

    private static Channel channel(String name, Map<String, Object> config) {
        try {
            ScaleOffsetType arithmetic = config.get("+scaleoffset.type") == null
                    ? ScaleOffsetType.DEFINED_BY_VALUE_TYPE
                    : ScaleOffsetType.getScaleOffsetType((String) config.get("+scaleoffset.type"));
            Channel channel = new Channel(
                    name,
                    ChannelType.getChannelType((String) config.get("+type")),
                    DataType.getDataType((String) config.get(VALUE_TYPE)),
                    arithmetic,
                    number(config.get("+scale"), arithmetic, 1.0),
                    number(config.get("+offset"), arithmetic, 0.0),
                    config);
            channel.setEnabled(config.get("+enabled") == null || Boolean.parseBoolean((String) config.get("+enabled")));
            channel.setUnit((String) config.get("+unit"));
            return channel;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Channel " + name + ": " + e.getMessage(), e);
        }
    }

    private static Number number(Object text, ScaleOffsetType arithmetic, Double absent) {
        if (text == null) {
            return absent;
        }
        double number = Double.parseDouble((String) text);
        return arithmetic == ScaleOffsetType.LONG ? (Number) (long) number : (Number) number;
    }

    /**
     * @param asset an asset's channels
     * @return a record for each enabled channel that can be read, of the type that the driver is asked for
     */
    static List<ChannelRecord> readRecords(AssetConfiguration asset) {
        return asset.getAssetChannels().values().stream()
                .filter(channel -> channel.isEnabled() && channel.getType() != ChannelType.WRITE)
                .map(AssetChannels::readRecord)
                .toList();
    }

    /**
     * @param channel a channel
     * @return a record to read it; where scale and offset are DOUBLE or LONG, the driver is asked for that type
     */
    static ChannelRecord readRecord(Channel channel) {
        DataType type =
                switch (channel.getScaleOffsetType()) {
                    case DOUBLE -> DataType.DOUBLE;
                    case LONG -> DataType.LONG;
                    case DEFINED_BY_VALUE_TYPE -> channel.getValueType();
                };
        ChannelRecord record = ChannelRecord.createReadRecord(channel.getName(), type, channel.getUnit());
        Map<String, Object> config = new HashMap<>(channel.getConfiguration());
        config.put(VALUE_TYPE, type.name());
        record.setChannelConfig(config);
        return record;
    }
}
