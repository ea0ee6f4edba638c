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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.asset.AssetConfiguration;
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.configuration.metatype.AD;
import org.eclipse.kura.configuration.metatype.Option;
import org.eclipse.kura.core.configuration.metatype.Tad;
import org.eclipse.kura.core.configuration.metatype.Tocd;
import org.eclipse.kura.core.configuration.metatype.Toption;
import org.eclipse.kura.core.configuration.metatype.Tscalar;
import org.eclipse.kura.driver.ChannelDescriptor;
import org.eclipse.kura.driver.Driver;

/** The form of an asset: its own fields, and for each channel the asset's channel fields and the driver's. */
public final class AssetForm {

    private AssetForm() {}

    /**
     * @param id id and name of the field
     * @param type its type
     * @param byDefault its default, or null
     * @param required whether it must be set
     * @param description for the operator
     * @param options allowed values, none for any
     * @return the field
     */
    public static Tad field(
            String id, Tscalar type, String byDefault, boolean required, String description, String... options) {
        Tad field = new Tad();
        field.setId(id);
        field.setName(id.startsWith("+") ? id.substring(1) : id);
        field.setType(type);
        field.setCardinality(0);
        field.setRequired(required);
        field.setDefault(byDefault);
        field.setDescription(description);
        for (String value : options) {
            field.setOption(option(value, value));
        }
        return field;
    }

    /** @return the fields of a channel that every asset has, whatever the driver */
    public static List<Tad> channelFields() {
        return List.of(
                field(
                        "+enabled",
                        Tscalar.BOOLEAN,
                        "true",
                        true,
                        "Whether the channel is read, written and listened to."),
                field("+name", Tscalar.STRING, "Channel-1", true, "Name of the channel, also the name of its value."),
                field(
                        "+type",
                        Tscalar.STRING,
                        "READ",
                        true,
                        "What may be done with the channel.",
                        "READ",
                        "READ_WRITE",
                        "WRITE"),
                field(
                        VALUE_TYPE,
                        Tscalar.STRING,
                        "INTEGER",
                        true,
                        "Type of the value. A value of another type is not written.",
                        "BOOLEAN",
                        "BYTE_ARRAY",
                        "DOUBLE",
                        "INTEGER",
                        "LONG",
                        "FLOAT",
                        "STRING"),
                field(
                        "+scaleoffset.type",
                        Tscalar.STRING,
                        "DEFINED_BY_VALUE_TYPE",
                        false,
                        "Type in which scale and offset are computed.",
                        "DEFINED_BY_VALUE_TYPE",
                        "DOUBLE",
                        "LONG"),
                field("+scale", Tscalar.DOUBLE, null, false, "Factor for the value that was read."),
                field("+offset", Tscalar.DOUBLE, null, false, "Added to the value after scaling."),
                field("+unit", Tscalar.STRING, "", false, "Unit of the value, sent along with it."));
    }

    private static final String VALUE_TYPE = AssetChannels.VALUE_TYPE;

    /**
     * @param driver a driver
     * @return its fields of a channel; none where it describes none
     * @throws ClassCastException when one of them is no {@link Tad}: Kura takes no other class
     */
    static List<Tad> driverFields(Driver driver) {
        ChannelDescriptor descriptor = driver.getChannelDescriptor();
        List<Tad> fields = new ArrayList<>();
        if (descriptor != null && descriptor.getDescriptor() instanceof List<?> list) {
            list.forEach(field -> fields.add((Tad) field));
        }
        return fields;
    }

    /** Adds the fields of every channel to the form of the asset. */
    static void addChannels(Tocd form, AssetConfiguration asset, List<Tad> fields) {
        for (Channel channel : asset.getAssetChannels().values()) {
            fields.forEach(field -> form.addAD(of(channel.getName() + AssetChannels.SEPARATOR, field)));
        }
    }

    /**
     * @param properties the asset's properties
     * @param asset the channels in them
     * @param fields the fields of a channel
     * @return the properties, with the default of every required field that a channel does not have
     */
    static Map<String, Object> withDefaults(
            Map<String, Object> properties, AssetConfiguration asset, List<Tad> fields) {
        Map<String, Object> complete = new HashMap<>(properties);
        for (Channel channel : asset.getAssetChannels().values()) {
            for (Tad field : fields) {
                Object value = field.isRequired() ? defaultOf(field) : null;
                if (value != null && channel.getConfiguration().get(field.getId()) == null) {
                    complete.put(channel.getName() + AssetChannels.SEPARATOR + field.getId(), value);
                }
            }
        }
        return complete;
    }

    private static Object defaultOf(AD field) {
        String text = field.getDefault();
        if (text == null || text.isEmpty()) {
            return null;
        }
        return switch (field.getType()) {
            case BOOLEAN -> Boolean.valueOf(text);
            case INTEGER -> Integer.valueOf(text);
            case LONG -> Long.valueOf(text);
            case DOUBLE -> Double.valueOf(text);
            case FLOAT -> Float.valueOf(text);
            case SHORT -> Short.valueOf(text);
            case BYTE -> Byte.valueOf(text);
            case CHAR -> text.charAt(0);
            case STRING, PASSWORD -> text;
        };
    }

    private static Tad of(String prefix, Tad field) {
        Tad copy = new Tad();
        copy.setId(prefix + field.getId());
        copy.setName(prefix + field.getName());
        copy.setCardinality(field.getCardinality());
        copy.setType(Tscalar.fromValue(field.getType().value()));
        copy.setDescription(field.getDescription());
        copy.setDefault(field.getDefault());
        copy.setMin(field.getMin());
        copy.setMax(field.getMax());
        copy.setRequired(field.isRequired());
        for (Option option : field.getOption()) {
            copy.setOption(option(option.getLabel(), option.getValue()));
        }
        return copy;
    }

    private static Toption option(String label, String value) {
        Toption option = new Toption();
        option.setLabel(label);
        option.setValue(value);
        return option;
    }
}
