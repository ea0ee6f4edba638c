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

import io.tohu.kura.core.configuration.MetatypeFile;
import io.tohu.kura.core.configuration.ValueType;
import java.io.IOException;
import java.io.InputStream;
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

    /** @return a new form with the fields of an asset without channels */
    public static Tocd asset() {
        return read("org.eclipse.kura.asset");
    }

    /** @return the fields of a channel that every asset has, whatever the driver */
    public static List<Tad> channelFields() {
        return read("channel").getAD().stream().map(Tad.class::cast).toList();
    }

    private static Tocd read(String id) {
        try (InputStream in = AssetForm.class.getResourceAsStream("asset.xml")) {
            return MetatypeFile.definition(id, in).orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

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
        return text == null || text.isEmpty()
                ? null
                : ValueType.of(field.getType()).parseAll(text)[0];
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
            copy.setOption((Toption) option);
        }
        return copy;
    }
}
