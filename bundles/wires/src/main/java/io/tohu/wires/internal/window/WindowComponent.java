/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.window;

import io.tohu.wires.internal.WireStage;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Producer;

/** Wire component that turns asset records into windows. */
@Component(
        name = WindowComponent.NAME,
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
@Designate(ocd = WindowConfig.class, factory = true)
public final class WindowComponent extends WireStage {

    /** Component name and factory pid. */
    public static final String NAME = "io.tohu.wires.Window";

    private WindowPipeline pipeline;

    @Activate
    public WindowComponent(@Reference WireHelperService helper, ComponentContext context, WindowConfig config) {
        super(helper, context);
        configure(config);
    }

    /** A changed form starts a new window: rows of the old channels or length would not fit it. */
    @Modified
    synchronized void configure(WindowConfig config) {
        try {
            pipeline = new WindowPipeline(config, window -> emit(0, window.toWire()), this::fault);
            fault("");
        } catch (IllegalArgumentException e) {
            pipeline = null;
            fault("makes no windows: " + e.getMessage());
        }
    }

    /** Synchronized because several assets deliver in threads of their own, and windows leave in order. */
    @Override
    protected synchronized void receive(WireEnvelope envelope) {
        if (pipeline != null) {
            long now = System.currentTimeMillis();
            envelope.getRecords().forEach(record -> pipeline.add(record.getProperties(), now));
        }
    }
}
