/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.wire.component.provider;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.WireSupport;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.wireadmin.Producer;
import org.osgi.service.wireadmin.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kura's timer: emits a record with the time in milliseconds as {@code TIMER} (LONG) at a fixed rate. */
@Component(
        name = WireTimer.PID,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {ConfigurableComponent.class, WireComponent.class, WireEmitter.class, Producer.class},
        property = "kura.ui.service.hide:Boolean=true")
@Designate(ocd = TimerConfig.class, factory = true)
public final class WireTimer implements WireEmitter, ConfigurableComponent {

    static final String PID = "org.eclipse.kura.wire.Timer";

    private static final Logger LOG = LoggerFactory.getLogger(WireTimer.class);

    private final WireSupport wires;
    private final String pid;
    private final Function<String, ScheduledExecutorService> threads;
    private final Clock clock;
    private ScheduledExecutorService ticking;

    /**
     * @param helper gives the ports
     * @param context this component
     * @param config the interval
     */
    @Activate
    @SuppressWarnings("unchecked")
    public WireTimer(@Reference WireHelperService helper, ComponentContext context, TimerConfig config) {
        this.wires = helper.newWireSupport(this, (ServiceReference<WireComponent>) context.getServiceReference());
        this.pid = String.valueOf(context.getProperties().get(ConfigurationService.KURA_SERVICE_PID));
        this.threads = name -> Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, name));
        this.clock = Clock.systemUTC();
        modified(config);
    }

    WireTimer(WireSupport wires, String pid, Function<String, ScheduledExecutorService> threads, Clock clock) {
        this.wires = wires;
        this.pid = pid;
        this.threads = threads;
        this.clock = clock;
    }

    @Modified
    synchronized void modified(TimerConfig config) {
        deactivate();
        if (!"SIMPLE".equalsIgnoreCase(config.type())) {
            LOG.error("Timer {} does not tick: type {} is not offered here, use SIMPLE", pid, config.type());
            return;
        }
        long unit = TimeUnit.valueOf(config.simple_time_unit()).toMillis(1);
        boolean custom = "CUSTOM".equalsIgnoreCase(config.simple_first_tick_policy());
        long first = unit * (custom ? config.simple_custom_first_tick_interval() : config.simple_interval());
        ticking = threads.apply("timer-" + pid);
        ticking.scheduleAtFixedRate(this::tick, first, unit * config.simple_interval(), TimeUnit.MILLISECONDS);
    }

    @Deactivate
    synchronized void deactivate() {
        if (ticking != null) {
            ticking.shutdownNow();
            ticking = null;
        }
    }

    private void tick() {
        wires.emit(List.of(new WireRecord(Map.of("TIMER", TypedValues.newLongValue(clock.millis())))));
    }

    @Override
    public Object polled(Wire wire) {
        return wires.polled(wire);
    }

    @Override
    public void consumersConnected(Wire[] connected) {
        wires.consumersConnected(connected);
    }
}
