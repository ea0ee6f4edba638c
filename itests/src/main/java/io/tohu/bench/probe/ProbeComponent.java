/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
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
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Producer;
import org.osgi.service.wireadmin.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wire component inside a gateway that the bench steers over a socket. It says its name when it connects; to
 * {@code trigger <milliseconds>} it triggers its output for that time, to {@code listen <milliseconds>} it only waits;
 * either way it answers {@code <values> <errors> <nanoseconds>} of what it received.
 */
@Component(
        name = ProbeComponent.NAME,
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
@Designate(ocd = ProbeConfig.class, factory = true)
public final class ProbeComponent implements ConfigurableComponent, WireEmitter, WireReceiver {

    /** Component name and factory pid. */
    public static final String NAME = "io.tohu.bench.Probe";

    private static final Logger LOG = LoggerFactory.getLogger(ProbeComponent.class);
    private static final List<WireRecord> TRIGGER =
            List.of(new WireRecord(Map.of("TIMER", TypedValues.newLongValue(0))));

    private final String pid;
    private final WireSupport wires;
    private final int port;
    private final Thread thread;
    private volatile Socket socket;
    /** What listens delivers in threads of its own. */
    private final LongAdder values = new LongAdder();

    private final LongAdder errors = new LongAdder();

    @Activate
    @SuppressWarnings("unchecked")
    public ProbeComponent(@Reference WireHelperService helper, ComponentContext context, ProbeConfig config) {
        this.pid = String.valueOf(context.getProperties().get("kura.service.pid"));
        this.wires = helper.newWireSupport(this, (ServiceReference<WireComponent>) context.getServiceReference());
        this.port = config.port();
        this.thread = new Thread(this::serve, "probe-" + pid);
        thread.start();
    }

    /** The graph touches every component's configuration when it is set up; the port stays what it was. */
    @Modified
    void modified() {
        LOG.debug("{}: configured again", pid);
    }

    @Deactivate
    void deactivate() throws IOException {
        thread.interrupt();
        if (socket != null) {
            socket.close();
        }
    }

    private void serve() {
        try (Socket connected = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket = connected;
            PrintWriter out = new PrintWriter(connected.getOutputStream(), true, StandardCharsets.US_ASCII);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connected.getInputStream(), StandardCharsets.US_ASCII));
            out.println(pid);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ");
                out.println(run(words[0].equals("trigger"), Long.parseLong(words[1])));
            }
        } catch (IOException e) {
            LOG.info("{}: the bench is gone: {}", pid, e.getMessage());
        }
    }

    /** Wires deliver in the emitter's thread: when emit returns, what it triggered has been counted here. */
    private String run(boolean trigger, long millis) {
        values.reset();
        errors.reset();
        long begin = System.nanoTime();
        long end = begin + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            if (trigger) {
                wires.emit(TRIGGER);
            } else {
                LockSupport.parkNanos(end - System.nanoTime());
            }
        }
        long nanos = System.nanoTime() - begin;
        return values.sum() + " " + errors.sum() + " " + nanos;
    }

    @Override
    public void onWireReceive(WireEnvelope envelope) {
        for (WireRecord record : envelope.getRecords()) {
            for (Map.Entry<String, TypedValue<?>> property :
                    record.getProperties().entrySet()) {
                count(property.getKey(), property.getValue());
            }
        }
    }

    /** The names of an asset's channels have no underscore here; what the asset adds to each of them has one. */
    private void count(String name, TypedValue<?> value) {
        if (name.indexOf('_') < 0) {
            values.add(name.equals("assetName") ? 0 : 1);
        } else if (name.endsWith("_error") && !value.getValue().equals("")) {
            errors.increment();
        }
    }

    @Override
    public Object polled(Wire wire) {
        return wires.polled(wire);
    }

    @Override
    public void consumersConnected(Wire[] connected) {
        wires.consumersConnected(connected);
    }

    @Override
    public void updated(Wire wire, Object value) {
        wires.updated(wire, value);
    }

    @Override
    public void producersConnected(Wire[] connected) {
        wires.producersConnected(connected);
    }
}
