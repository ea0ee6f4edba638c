/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.actuate;

import io.tohu.wires.internal.WireStage;
import io.tohu.wires.internal.actuate.Actuation.Audit;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
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

/** Wire component that turns decisions into writes for an asset, within an interlock and an interval. */
@Component(
        name = ActuateComponent.NAME,
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
            "output.port.names=0=write",
            "output.port.names=1=audit"
        })
@Designate(ocd = ActuateConfig.class, factory = true)
public final class ActuateComponent extends WireStage {

    /** Component name and factory pid. */
    public static final String NAME = "io.tohu.wires.Actuate";

    private static final Logger LOG = LoggerFactory.getLogger(ActuateComponent.class);
    private static final int WRITE = 0;
    private static final int AUDIT = 1;

    private final ScheduledExecutorService timer;
    private ActuateConfig config;
    private Actuation actuation;
    /** The end of the interval that a decision waits for; null when none does. */
    private ScheduledFuture<?> later;

    @Activate
    public ActuateComponent(@Reference WireHelperService helper, ComponentContext context, ActuateConfig config) {
        super(helper, context);
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "tohu-actuate-" + pid());
            thread.setDaemon(true);
            return thread;
        });
        configure(config);
    }

    /** A changed form waits for the next decision: the former one may not be meant for the new channel. */
    @Modified
    synchronized void configure(ActuateConfig changed) {
        config = changed;
        try {
            actuation = new Actuation(changed);
            fault("");
        } catch (IllegalArgumentException e) {
            actuation = null;
            fault("writes nothing: " + e.getMessage());
        }
    }

    @Deactivate
    void deactivate() {
        timer.shutdownNow();
    }

    @Override
    protected synchronized void receive(WireEnvelope envelope) {
        if (actuation == null) {
            return;
        }
        long now = System.currentTimeMillis();
        for (WireRecord record : envelope.getRecords()) {
            TypedValue<?> interlock = record.getProperties().get(config.interlock_channel());
            if (interlock != null) {
                actuation.interlock(interlock.getValue(), now);
            }
            TypedValue<?> decision = record.getProperties().get(config.decision_property());
            if (decision != null) {
                actuation.decided(isOn(decision.getValue()));
            }
            act(now);
        }
    }

    private static boolean isOn(Object decision) {
        return decision instanceof Boolean on ? on : decision instanceof Number n && n.doubleValue() != 0;
    }

    private synchronized void act(long now) {
        if (actuation == null) {
            return;
        }
        actuation.next(now).ifPresent(audit -> tell(audit, now));
        long wait = actuation.waitMillis(now);
        boolean scheduled = later != null && !later.isDone();
        if (wait > 0 && !scheduled && !timer.isShutdown()) {
            later = timer.schedule(this::whenOver, wait, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void whenOver() {
        later = null;
        act(System.currentTimeMillis());
    }

    private void tell(Audit audit, long now) {
        LOG.info(
                "{}: audit: {} {} = {} {}",
                pid(),
                audit.outcome(),
                config.channel(),
                audit.value().getValue(),
                audit.reason());
        if (audit.writes()) {
            emit(WRITE, new WireRecord(Map.of(config.channel(), audit.value())));
        }
        emit(
                AUDIT,
                new WireRecord(Map.of(
                        "actuator", TypedValues.newStringValue(pid()),
                        "channel", TypedValues.newStringValue(config.channel()),
                        "value",
                                TypedValues.newStringValue(
                                        String.valueOf(audit.value().getValue())),
                        "outcome", TypedValues.newStringValue(audit.outcome()),
                        "reason", TypedValues.newStringValue(audit.reason()),
                        "time", TypedValues.newLongValue(now))));
    }
}
