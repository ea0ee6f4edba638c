/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.wire.helper.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.WireRecord;
import org.junit.jupiter.api.Test;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Wire;

class WirePortsTest {

    private static final List<WireRecord> RECORDS =
            List.of(new WireRecord(Map.of("value", TypedValues.newIntegerValue(1))));

    @Test
    void anEnvelopeIsDeliveredInTheEmittersThreadAndNamesItsServicePid() {
        List<Thread> threads = new ArrayList<>();
        List<WireEnvelope> envelopes = new ArrayList<>();
        WirePorts ports = new WirePorts(new WireComponent() {}, "service-1", 0, 1);
        ports.consumersConnected(new Wire[] {
            new FakeWire(0, 0, receiving(value -> {
                threads.add(Thread.currentThread());
                envelopes.add((WireEnvelope) value);
            }))
        });

        ports.emit(RECORDS);

        assertThat(threads).containsExactly(Thread.currentThread());
        assertThat(envelopes.get(0).getEmitterPid()).isEqualTo("service-1");
        assertThat(envelopes.get(0).getRecords()).isEqualTo(RECORDS);
    }

    @Test
    void oneThreadOfAComponentEmitsAtATime() throws InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        WirePorts ports = new WirePorts(new WireComponent() {}, "service-1", 0, 1);
        ports.consumersConnected(new Wire[] {
            new FakeWire(0, 0, receiving(value -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.yield();
                inside.decrementAndGet();
            }))
        });
        CountDownLatch together = new CountDownLatch(1);
        List<Thread> emitters = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread emitter = new Thread(() -> {
                awaitQuietly(together);
                for (int n = 0; n < 200; n++) {
                    ports.emit(RECORDS);
                }
            });
            emitter.start();
            emitters.add(emitter);
        }
        together.countDown();
        for (Thread emitter : emitters) {
            emitter.join();
        }

        assertThat(most).hasValue(1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aPortDeliversToItsOwnWiresOnly() {
        List<String> received = new ArrayList<>();
        WirePorts ports = new WirePorts(new WireComponent() {}, "service-1", 0, 2);
        ports.consumersConnected(new Wire[] {
            new FakeWire(0, 0, receiving(value -> received.add("all"))),
            new FakeWire(1, 0, receiving(value -> received.add("alarms")))
        });

        ports.getEmitterPorts().get(1).emit(ports.createWireEnvelope(RECORDS));

        assertThat(received).containsExactly("alarms");
    }

    @Test
    void aReceiverOfManyPortsLearnsAtWhichAnEnvelopeArrived() {
        List<String> received = new ArrayList<>();
        WirePorts ports = new WirePorts(new WireComponent() {}, "service-1", 2, 0);
        ports.getReceiverPorts().get(0).onWireReceive(envelope -> received.add("left"));
        ports.getReceiverPorts().get(1).onWireReceive(envelope -> received.add("right"));
        Wire right = new FakeWire(0, 1, receiving(value -> {}));
        ports.producersConnected(new Wire[] {right});

        ports.updated(right, ports.createWireEnvelope(RECORDS));

        assertThat(received).containsExactly("right");
    }

    @Test
    void aReceiverOfOnePortGetsEveryEnvelope() {
        List<WireEnvelope> received = new ArrayList<>();
        WireReceiver receiver = new WireReceiver() {
            @Override
            public void onWireReceive(WireEnvelope envelope) {
                received.add(envelope);
            }

            @Override
            public void updated(Wire wire, Object value) {
                throw new AssertionError("not asked");
            }

            @Override
            public void producersConnected(Wire[] wires) {
                throw new AssertionError("not asked");
            }
        };
        WirePorts ports = new WirePorts(receiver, "service-1", 1, 0);

        ports.updated(new FakeWire(0, 0, receiver), ports.createWireEnvelope(RECORDS));

        assertThat(received).hasSize(1);
    }

    @Test
    void aWireToAPortThatIsNotThereIsLeftOut() {
        List<Object> received = new ArrayList<>();
        WirePorts ports = new WirePorts(new WireComponent() {}, "service-1", 0, 1);
        ports.consumersConnected(
                new Wire[] {new FakeWire(3, 0, receiving(received::add)), new FakeWire(0, 0, receiving(received::add))
                });

        ports.emit(RECORDS);

        assertThat(received).hasSize(1);
    }

    @Test
    void aComponentWithoutWiresAnyMoreEmitsToNobody() {
        List<Object> received = new ArrayList<>();
        WirePorts ports = new WirePorts(new WireComponent() {}, "service-1", 0, 1);
        ports.consumersConnected(new Wire[] {new FakeWire(0, 0, receiving(received::add))});
        ports.consumersConnected(null);

        ports.emit(RECORDS);

        assertThat(received).isEmpty();
    }

    @Test
    void aNegativeNumberOfPortsIsRefused() {
        assertThatThrownBy(() -> new WirePorts(new WireComponent() {}, "service-1", 0, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Consumer receiving(java.util.function.Consumer<Object> consumer) {
        return new Consumer() {
            @Override
            public void updated(Wire wire, Object value) {
                consumer.accept(value);
            }

            @Override
            public void producersConnected(Wire[] wires) {
                throw new AssertionError("not asked");
            }
        };
    }
}
