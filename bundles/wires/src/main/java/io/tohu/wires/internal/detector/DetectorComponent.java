/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.detector;

import io.tohu.inference.InferenceException;
import io.tohu.inference.ModelRegistry;
import io.tohu.inference.Score;
import io.tohu.inference.Scorer;
import io.tohu.wires.internal.ChannelNames;
import io.tohu.wires.internal.WindowRecord;
import io.tohu.wires.internal.WireStage;
import io.tohu.wires.internal.detector.AlarmDecision.Change;
import java.util.Map;
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
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wire component that scores windows with a model and raises and clears an alarm. */
@Component(
        name = DetectorComponent.NAME,
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
            "output.cardinality.minimum:Integer=2",
            "output.cardinality.maximum:Integer=2",
            "output.cardinality.default:Integer=2",
            "output.port.names=0=all",
            "output.port.names=1=alarms"
        })
@Designate(ocd = DetectorConfig.class, factory = true)
public final class DetectorComponent extends WireStage {

    /** Component name and factory pid. */
    public static final String NAME = "io.tohu.wires.Detector";

    private static final Logger LOG = LoggerFactory.getLogger(DetectorComponent.class);
    private static final int ALL = 0;
    private static final int ALARMS = 1;

    private final ModelRegistry models;
    private final ChannelNames channelNames = new ChannelNames();
    private DetectorConfig config;
    private Scorer scorer;
    private AlarmDecision decision;

    @Activate
    public DetectorComponent(
            @Reference WireHelperService helper,
            @Reference ModelRegistry models,
            ComponentContext context,
            DetectorConfig config) {
        super(helper, context);
        this.models = models;
        configure(config);
    }

    /** An alarm that is up stays up when the form changes; only another model begins anew. */
    @Modified
    synchronized void configure(DetectorConfig changed) {
        if (scorer == null || !config.model().equals(changed.model())) {
            deactivate();
            scorer = models.newScorer(changed.model());
            decision = null;
        }
        boolean alarm = decision != null && decision.alarm();
        decision = new AlarmDecision(changed.raise_windows(), changed.clear_windows(), alarm);
        config = changed;
    }

    @Deactivate
    synchronized void deactivate() {
        if (scorer != null) {
            scorer.close();
        }
    }

    @Override
    protected synchronized void receive(WireEnvelope envelope) {
        envelope.getRecords().forEach(this::score);
    }

    private void score(WireRecord record) {
        try {
            WindowRecord window = WindowRecord.fromWire(record, channelNames);
            result(scorer.score(window.toSamples()), window);
            fault("");
        } catch (InferenceException | IllegalArgumentException e) {
            if (fault("cannot score: " + e.getMessage())) {
                emit(ALL, ResultRecord.error(pid(), config.model(), e.getMessage(), System.currentTimeMillis()));
            }
        }
    }

    private void result(Score score, WindowRecord window) {
        double limit = config.limit() > 0 ? config.limit() : score.limit();
        Change change = decision.next(score.score() > limit);
        Map<String, TypedValue<?>> result =
                ResultRecord.of(pid(), score, limit, decision.alarm(), window, config.contributors());
        emit(ALL, new WireRecord(result));
        if (change != Change.NONE) {
            LOG.info(
                    "{}: alarm {} at score {} (limit {}): {}",
                    pid(),
                    change,
                    score.score(),
                    limit,
                    result.get("contributors").getValue());
            result.put("event", TypedValues.newStringValue(change.name()));
            emit(ALARMS, new WireRecord(result));
        }
    }
}
