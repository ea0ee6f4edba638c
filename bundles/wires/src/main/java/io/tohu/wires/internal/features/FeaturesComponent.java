/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.features;

import io.tohu.wires.internal.ChannelNames;
import io.tohu.wires.internal.WindowRecord;
import io.tohu.wires.internal.WireStage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.WireRecord;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Producer;

/**
 * Wire component that turns windows and waveforms into features: one record a window, with {@code <channel>.<feature>}
 * and its time, as an asset would have it, so that a Window or Kura's AI component can take it.
 */
@Component(
        name = FeaturesComponent.NAME,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {
            ConfigurableComponent.class,
            WireComponent.class,
            WireEmitter.class,
            WireReceiver.class,
            Producer.class,
            Consumer.class
        },
        property = {
            "kura.ui.service.hide:Boolean=true",
            "input.cardinality.minimum:Integer=1",
            "input.cardinality.maximum:Integer=1",
            "input.cardinality.default:Integer=1",
            "output.cardinality.minimum:Integer=1",
            "output.cardinality.maximum:Integer=1",
            "output.cardinality.default:Integer=1"
        })
@Designate(ocd = FeaturesConfig.class, factory = true)
public final class FeaturesComponent extends WireStage {

    /** Component name and factory pid. */
    public static final String NAME = "io.tohu.wires.Features";

    private static final String TIMESTAMP = "_timestamp";

    private final ChannelNames names = new ChannelNames();
    private List<String> channels = List.of();
    private Waveform format = Waveform.FLOAT32;
    private FeatureSet features;

    @Activate
    public FeaturesComponent(@Reference WireHelperService helper, ComponentContext context, FeaturesConfig config) {
        super(helper, context);
        configure(config);
    }

    /** A changed form begins new trends. */
    @Modified
    synchronized void configure(FeaturesConfig config) {
        try {
            channels = Stream.of(config.channels().split(","))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
            format = Waveform.valueOf(config.samples_format());
            features = new FeatureSet(config);
            fault("");
        } catch (IllegalArgumentException e) {
            features = null;
            fault("computes no features: " + e.getMessage());
        }
    }

    @Override
    protected synchronized void receive(WireEnvelope envelope) {
        if (features == null) {
            return;
        }
        for (WireRecord record : envelope.getRecords()) {
            try {
                Map<String, TypedValue<?>> result = record.getProperties().containsKey(WindowRecord.DATA)
                        ? ofWindow(WindowRecord.fromWire(record, names))
                        : ofWaveforms(record.getProperties());
                if (!result.isEmpty()) {
                    emit(0, new WireRecord(result));
                    fault("");
                }
            } catch (IllegalArgumentException e) {
                fault("cannot compute: " + e.getMessage());
            }
        }
    }

    private Map<String, TypedValue<?>> ofWindow(WindowRecord window) {
        float[] values = window.toSamples().values();
        int width = window.channels().size();
        double seconds = (window.end() - window.start()) / 1000.0;
        Map<String, TypedValue<?>> result = new HashMap<>(window.contextProperties());
        for (String channel : channels.isEmpty() ? window.channels() : channels) {
            int column = window.channels().indexOf(channel);
            if (column < 0) {
                throw new IllegalArgumentException(
                        "the window has no channel " + channel + "; it has " + window.channels());
            }
            double[] signal = new double[window.samples()];
            for (int i = 0; i < signal.length; i++) {
                signal[i] = values[i * width + column];
            }
            put(channel, signal, (window.samples() - 1) / seconds, window.end(), result);
        }
        return result;
    }

    private Map<String, TypedValue<?>> ofWaveforms(Map<String, TypedValue<?>> record) {
        Map<String, TypedValue<?>> result = new HashMap<>();
        for (String channel : channels) {
            TypedValue<?> value = record.get(channel);
            if (value != null && value.getValue() instanceof byte[] bytes) {
                TypedValue<?> stamp = record.get(channel + TIMESTAMP);
                long time = stamp != null && stamp.getValue() instanceof Number n
                        ? n.longValue()
                        : System.currentTimeMillis();
                put(channel, format.read(bytes), 0, time, result);
            }
        }
        return result;
    }

    private void put(String channel, double[] signal, double rate, long time, Map<String, TypedValue<?>> result) {
        features.of(channel, signal, rate, time).forEach((feature, value) -> {
            result.put(channel + "." + feature, TypedValues.newDoubleValue(value));
            result.put(channel + "." + feature + TIMESTAMP, TypedValues.newLongValue(time));
        });
    }
}
