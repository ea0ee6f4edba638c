/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.inject.Inject;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.WireSupport;
import org.eclipse.kura.wire.graph.MultiportWireSupport;
import org.eclipse.kura.wire.graph.WireGraphConfiguration;
import org.eclipse.kura.wire.graph.WireGraphService;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Wire;

/** Wires between components that come, go and fail, over the framework's own wire admin. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class WireGraphIT {

    private static final long DEADLINE_MILLIS = 20_000;
    private static final String GRAPH = "org.eclipse.kura.wire.graph.WireGraphService";
    private static final String TIMER = "org.eclipse.kura.wire.Timer";

    @Inject
    private BundleContext context;

    @Inject
    private ConfigurationService configurations;

    @Inject
    private WireHelperService helper;

    @Inject
    private WireGraphService graphs;

    @Configuration
    public Option[] gateway() throws Exception {
        return new TestGateway().options();
    }

    /** A receiver of the test, as a component would register itself. */
    private final class Receiver implements WireReceiver {
        final AtomicInteger received = new AtomicInteger();
        private final boolean fails;
        private final ServiceRegistration<?> registration;
        private volatile WireSupport wires;

        @SuppressWarnings("unchecked")
        Receiver(String pid, boolean fails) {
            this.fails = fails;
            registration = context.registerService(
                    new String[] {WireComponent.class.getName(), Consumer.class.getName()},
                    this,
                    new Hashtable<>(Map.of("kura.service.pid", pid, "service.pid", "service-" + pid)));
            wires = helper.newWireSupport(this, (ServiceReference<WireComponent>) registration.getReference());
        }

        @Override
        public void onWireReceive(WireEnvelope envelope) {
            received.incrementAndGet();
            if (fails) {
                throw new IllegalStateException("a receiver that fails");
            }
        }

        @Override
        public void updated(Wire wire, Object value) {
            if (wires != null) {
                wires.updated(wire, value);
            }
        }

        @Override
        public void producersConnected(Wire[] connected) {
            if (wires != null) {
                wires.producersConnected(connected);
            }
        }

        boolean isWired() {
            return ((MultiportWireSupport) wires)
                    .getReceiverPorts().stream()
                            .anyMatch(port -> !port.listConnectedWires().isEmpty());
        }

        boolean receives() {
            int before = received.get();
            return Await.until(DEADLINE_MILLIS, () -> received.get() > before + 2);
        }

        void leave() {
            registration.unregister();
        }
    }

    @Before
    public void startTimer() throws Exception {
        createTimer();
        graph("failing", "late");
    }

    private void createTimer() throws Exception {
        configurations.createFactoryConfiguration(
                TIMER, "tmr", Map.of("simple.interval", 20, "simple.time.unit", "MILLISECONDS"), false);
    }

    private void graph(String... receivers) throws Exception {
        List<String> wires = List.of(receivers).stream()
                .map(receiver ->
                        "{\"emitter\":\"tmr\",\"emitterPort\":0,\"receiver\":\"" + receiver + "\",\"receiverPort\":0}")
                .toList();
        configurations.updateConfiguration(
                GRAPH, Map.of("WireGraph", "{\"components\":[],\"wires\":[" + String.join(",", wires) + "]}"), false);
    }

    @After
    public void removeTimer() throws Exception {
        configurations.deleteFactoryConfiguration("tmr", false);
    }

    @Test
    public void aReceiverThatComesLateIsWiredAndSoIsTheOneThatReplacesIt() {
        Receiver first = new Receiver("late", false);
        assertThat(first.receives()).isTrue();
        first.leave();

        Receiver second = new Receiver("late", false);

        assertThat(second.receives()).isTrue();
        second.leave();
    }

    @Test
    public void whatOneReceiverThrowsReachesNeitherTheOthersNorTheTimer() {
        Receiver failing = new Receiver("failing", true);
        Receiver other = new Receiver("late", false);

        assertThat(failing.receives()).isTrue();
        assertThat(other.receives()).isTrue();
        failing.leave();
        other.leave();
    }

    @Test
    public void anEmitterThatIsDeletedAndCreatedAgainIsWiredAgain() throws Exception {
        Receiver receiver = new Receiver("late", false);
        assertThat(receiver.receives()).isTrue();
        configurations.deleteFactoryConfiguration("tmr", false);

        createTimer();

        assertThat(receiver.receives()).isTrue();
        receiver.leave();
    }

    @Test
    public void aWireThatLeavesThePropertyStaysUntilTheServiceIsAskedToUpdateAsInKura() throws Exception {
        Receiver receiver = new Receiver("late", false);
        assertThat(receiver.receives()).isTrue();

        graph("failing");
        assertThat(receiver.receives()).isTrue();

        graphs.update(new WireGraphConfiguration(List.of(), List.of()));
        assertThat(Await.until(DEADLINE_MILLIS, () -> !receiver.isWired())).isTrue();
        receiver.leave();
    }
}
