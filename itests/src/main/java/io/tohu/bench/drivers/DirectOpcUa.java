/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.drivers;

import io.tohu.bench.Bench;
import io.tohu.bench.Goal;
import io.tohu.bench.Rounds;
import io.tohu.bench.Row;
import io.tohu.bench.peer.FreePorts;
import io.tohu.bench.peer.OpcUaPeer;
import io.tohu.bench.peer.PeerMain;
import io.tohu.bench.pipeline.BareOpcUa;
import io.tohu.bench.standalone.Channels;
import io.tohu.bench.standalone.DriverHost;
import io.tohu.cli.process.JavaProcess;
import io.tohu.cli.process.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.listener.ChannelListener;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.driver.Driver.ConnectionException;
import org.eclipse.kura.driver.PreparedRead;
import org.eclipse.kura.type.DataType;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;

/** The OPC UA driver alone beside the library that it stands on, both in this process. */
final class DirectOpcUa implements Bench.Part {

    static final int ITEMS = 1000;
    static final double INTERVAL_MILLIS = 10;
    private static final int PUBLISHED_VALUES = 40_000;
    private static final long READY_SECONDS = 30;
    private static final int WARM_UPS = 4;
    private static final int ROUNDS = 5;
    private static final long ROUND_MILLIS = 1500;
    private static final long SETTLE_MILLIS = 1000;

    private final Layout layout;

    DirectOpcUa(Layout layout) {
        this.layout = layout;
    }

    @Override
    public String title() {
        return "OPC UA driver beside the bare client";
    }

    @Override
    public List<Row> measure() throws IOException, InterruptedException {
        Path folder = layout.emptied("bench-work/drivers-opcua");
        int port = FreePorts.one();
        String url = "opc.tcp://127.0.0.1:" + port + "/bench";
        try (JavaProcess peers = PeerMain.start(layout, port, FreePorts.one(), ITEMS, 1, folder.resolve("logs"));
                DriverHost host = new DriverHost(folder)) {
            peers.awaitReady(READY_SECONDS);
            Driver driver = host.opcUa("bench", Map.of("endpoint.url", url)).driver();
            List<Row> rows = new ArrayList<>(reading(driver, url));
            rows.addAll(listening(driver, url));
            return rows;
        }
    }

    private static List<Row> reading(Driver driver, String url) throws IOException, InterruptedException {
        List<ChannelRecord> channels = ids(false).stream()
                .map(id -> Channels.variable(OpcUaPeer.nodeId(id), DataType.DOUBLE))
                .toList();
        List<ReadValueId> items = ids(false).stream().map(BareOpcUa::item).toList();
        PreparedRead prepared = driver.prepareRead(channels);
        try (BareOpcUa bare = new BareOpcUa(url)) {
            return Load.rows(
                    Rounds.interleave(
                            WARM_UPS,
                            ROUNDS,
                            () -> Load.working(ROUND_MILLIS, () -> read(prepared)),
                            () -> Load.working(
                                    ROUND_MILLIS, () -> bare.read(items).size())),
                    "OPC UA driver, batch read of " + ITEMS + " nodes",
                    0.95,
                    1.2);
        }
    }

    static long read(PreparedRead prepared) throws IOException {
        try {
            List<ChannelRecord> records = prepared.execute();
            for (ChannelRecord record : records) {
                if (record.getChannelStatus().getChannelFlag() != ChannelFlag.SUCCESS) {
                    throw new IOException(record.getChannelName() + ": "
                            + record.getChannelStatus().getExceptionMessage());
                }
            }
            return records.size();
        } catch (ConnectionException | KuraException e) {
            throw new IOException("the driver does not read: " + e.getMessage(), e);
        }
    }

    private static List<Row> listening(Driver driver, String url) throws IOException, InterruptedException {
        String what = "OPC UA driver, " + ITEMS + " items listened to at 10 ms";
        List<Row> rows = Load.rows(
                Rounds.interleave(1, ROUNDS, () -> listened(driver), () -> listenedBare(url)), what, 0.95, 1.2);
        rows.add(Row.of("OPC UA values/s to publish", "values/s", rows.get(0).value())
                .withGoal(Goal.atLeast(PUBLISHED_VALUES)));
        return rows;
    }

    private static Load listened(Driver driver) throws IOException {
        LongAdder values = new LongAdder();
        List<ChannelListener> listeners = new ArrayList<>();
        try {
            for (String id : ids(true)) {
                ChannelListener listener = event -> {
                    if (event.getChannelRecord().getChannelStatus().getChannelFlag() == ChannelFlag.SUCCESS) {
                        values.increment();
                    }
                };
                listeners.add(listener);
                driver.registerChannelListener(
                        Channels.listening(OpcUaPeer.nodeId(id), DataType.DOUBLE, INTERVAL_MILLIS), listener);
            }
            Load.counting(SETTLE_MILLIS, values::sum);
            return Load.counting(ROUND_MILLIS, values::sum);
        } catch (ConnectionException e) {
            throw new IOException("the driver does not listen: " + e.getMessage(), e);
        } finally {
            for (ChannelListener listener : listeners) {
                unregister(driver, listener);
            }
        }
    }

    private static void unregister(Driver driver, ChannelListener listener) throws IOException {
        try {
            driver.unregisterChannelListener(listener);
        } catch (ConnectionException e) {
            throw new IOException("the driver does not stop listening: " + e.getMessage(), e);
        }
    }

    static Load listenedBare(String url) throws IOException {
        try (BareListener bare = new BareListener(url, ids(true), INTERVAL_MILLIS)) {
            Load.counting(SETTLE_MILLIS, bare::count);
            return Load.counting(ROUND_MILLIS, bare::count);
        }
    }

    private static List<String> ids(boolean restless) {
        return IntStream.range(0, ITEMS)
                .mapToObj(i -> restless ? PeerMain.restless(i) : PeerMain.variable(i))
                .toList();
    }
}
