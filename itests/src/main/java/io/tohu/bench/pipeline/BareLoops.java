/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.pipeline;

import io.tohu.bench.peer.OpcUaPeer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;

/** What a few lines over Milo's client do: compare the signal with a threshold and write the alarm when that changes. */
final class BareLoops implements AutoCloseable {

    private static final double THRESHOLD = (BenchModel.HEALTHY + BenchModel.FAULTY) / 2;

    private final BareOpcUa client;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "bare-loops"));

    BareLoops(String url) throws IOException {
        client = new BareOpcUa(url);
    }

    /** Reads the signal at a fixed rate. */
    void poll(Reaction reaction, int millis) {
        List<ReadValueId> items = List.of(BareOpcUa.item(reaction.signal()));
        Decision decision = new Decision(reaction);
        thread.scheduleAtFixedRate(
                () -> told(() -> decision.take(client.read(items).get(0))), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Has the signal monitored by the server. */
    void listen(Reaction reaction, double samplingMillis, double publishingMillis) throws IOException {
        Decision decision = new Decision(reaction);
        try {
            OpcUaSubscription subscription = new OpcUaSubscription(client.client(), publishingMillis);
            subscription.create();
            OpcUaMonitoredItem item = OpcUaMonitoredItem.newDataItem(NodeId.parse(OpcUaPeer.nodeId(reaction.signal())));
            item.setSamplingInterval(samplingMillis);
            // A thread of its own: the write waits for its answer, which the client's threads bring.
            item.setDataValueListener((from, value) -> thread.execute(() -> told(() -> decision.take(value))));
            subscription.addMonitoredItem(item);
            subscription.synchronizeMonitoredItems();
        } catch (UaException e) {
            throw new IOException("the bare client does not subscribe: " + e.getMessage(), e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    /** A loop that has ended shows in the bench as an alarm that does not come; here is why. */
    private static void told(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            System.err.println("bare loop: " + e.getMessage());
        }
    }

    private final class Decision {

        private final Reaction reaction;
        private boolean alarm;

        Decision(Reaction reaction) {
            this.reaction = reaction;
        }

        void take(DataValue value) throws IOException {
            boolean above = ((Number) value.value().value()).doubleValue() > THRESHOLD;
            if (above != alarm) {
                alarm = above;
                client.write(reaction.alarm(), above);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        client.close();
    }
}
