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
import io.tohu.wires.internal.StateFile;
import io.tohu.wires.internal.WindowRecord;
import io.tohu.wires.internal.WireStage;
import io.tohu.wires.internal.decision.AlarmDecision;
import io.tohu.wires.internal.decision.AlarmDecision.Change;
import io.tohu.wires.internal.decision.AlarmPolicy;
import io.tohu.wires.internal.detector.AlarmMemory.Raised;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.system.SystemService;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.WireRecord;
import org.osgi.service.component.ComponentConstants;
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
    private final AlarmMemory memory;
    private final ChannelNames channelNames = new ChannelNames();
    private DetectorConfig config;
    private Scorer scorer;
    private AlarmDecision decision;
    /** An alarm of another model that was up when this component was started: nobody could be told of its end then. */
    private Raised leftOver;

    @Activate
    public DetectorComponent(
            @Reference WireHelperService helper,
            @Reference ModelRegistry models,
            @Reference SystemService system,
            ComponentContext context,
            DetectorConfig config) {
        super(helper, context);
        this.models = models;
        this.memory = new AlarmMemory(new StateFile(system.getKuraDataDirectory(), "detectors", pid()));
        Optional<Raised> before = memory.read();
        boolean same = before.map(alarm -> alarm.model().equals(config.model())).orElse(false);
        this.leftOver = same ? null : before.orElse(null);
        this.decision = new AlarmDecision(policy(config), same, 0);
        if (same) {
            LOG.info(
                    "{}: the alarm of {} is still up",
                    pid(),
                    Instant.ofEpochMilli(before.get().since()));
        }
        configure(config);
    }

    private static AlarmPolicy policy(DetectorConfig form) {
        return new AlarmPolicy(
                form.raise_windows(),
                form.clear_windows(),
                form.hysteresis_percent() / 100,
                form.minimum_ms(),
                form.holdoff_ms(),
                form.smoothing(),
                form.recovery_percent() / 100);
    }

    /** An alarm that is up stays up when the form changes, and ends when another model is to decide. */
    @Modified
    synchronized void configure(DetectorConfig changed) {
        boolean alarm = decision.alarm();
        if (scorer != null && !config.model().equals(changed.model())) {
            end("the detector was given another model, " + changed.model());
            scorer.close();
            scorer = null;
            alarm = false;
        }
        if (scorer == null) {
            scorer = models.newScorer(changed.model());
        }
        decision = new AlarmDecision(policy(changed), alarm, decision.quietUntil());
        config = changed;
    }

    /** An alarm outlives a restart and an upgrade, but not its detector. */
    @Deactivate
    synchronized void deactivate(int reason) {
        if (reason == ComponentConstants.DEACTIVATION_REASON_CONFIGURATION_DELETED) {
            end("the detector was removed");
        }
        scorer.close();
    }

    /** Tells the end of an alarm that no window will end. */
    private void end(String reason) {
        memory.read().ifPresent(alarm -> tellEnd(alarm, reason));
    }

    private void tellEnd(Raised alarm, String reason) {
        LOG.info("{}: alarm CLEARED: {}", pid(), reason);
        emit(ALARMS, ResultRecord.cleared(pid(), alarm, reason, System.currentTimeMillis()));
        memory.cleared();
    }

    @Override
    protected synchronized void receive(WireEnvelope envelope) {
        if (leftOver != null) {
            tellEnd(leftOver, "the detector was given another model, " + config.model());
            leftOver = null;
        }
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
        Change change = decision.next(score.score(), limit, window.end());
        Map<String, TypedValue<?>> result = ResultRecord.of(
                pid(), score, limit, decision.alarm(), severity(score.score(), limit), window, config.contributors());
        if (change == Change.RAISED) {
            // Before anybody hears of it: a power cut in between must not make an alarm without an end.
            memory.raised(new Raised(score.model().name(), score.model().version(), window.end()));
        }
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
        if (change == Change.CLEARED) {
            memory.cleared();
        }
    }

    private String severity(double score, double limit) {
        if (!decision.alarm()) {
            return "NONE";
        }
        return score >= config.critical_ratio() * limit ? "CRITICAL" : "WARNING";
    }
}
