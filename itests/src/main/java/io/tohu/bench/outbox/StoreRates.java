/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.outbox;

import io.tohu.bench.Bench;
import io.tohu.bench.Goal;
import io.tohu.bench.Percentiles;
import io.tohu.bench.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Durable messages a second of one caller, all contenders in turn, round after round. */
final class StoreRates implements Bench.Part {

    private static final int ROUNDS = 7;
    private static final int MESSAGES = 1000;
    private static final String RAW = "raw loop";
    private static final String OUTBOX = "outbox";
    private static final String INTERVAL = "outbox, flushed every 10 ms";
    private static final String SQLITE = "SQLite, WAL, synchronous FULL";

    private static final Map<String, Contender.Maker> CONTENDERS = new LinkedHashMap<>();

    static {
        CONTENDERS.put(RAW, RawLoop::new);
        CONTENDERS.put(OUTBOX, directory -> new OutboxStoreUnderTest(directory, ""));
        CONTENDERS.put(SQLITE, SqlStore::sqlite);
        CONTENDERS.put("H2, CHECKPOINT SYNC", SqlStore::h2);
        CONTENDERS.put(INTERVAL, directory -> new OutboxStoreUnderTest(directory, "0=10"));
    }

    private final Path folder;

    StoreRates(Path folder) {
        this.folder = folder;
    }

    @Override
    public String title() {
        return "durable messages a second";
    }

    @Override
    public List<Row> measure() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (int size : new int[] {200, 4096}) {
            rows.addAll(measure(size));
        }
        return rows;
    }

    private List<Row> measure(int size) throws IOException {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (int round = -1; round < ROUNDS; round++) {
            for (var contender : CONTENDERS.entrySet()) {
                double rate =
                        rate(contender.getValue(), size, contender.getKey().equals(INTERVAL) ? 20 : 1);
                if (round >= 0) {
                    rates.computeIfAbsent(contender.getKey(), key -> new ArrayList<>())
                            .add(rate);
                }
            }
        }
        Map<String, Double> median = new LinkedHashMap<>();
        rates.forEach((name, each) -> median.put(
                name,
                new Percentiles(each.stream().mapToDouble(Double::doubleValue).toArray()).median()));
        List<Row> rows = new ArrayList<>();
        String suffix = ", " + size + " B";
        median.forEach((name, rate) -> rows.add(Row.of(name + suffix, "messages/s", rate, median.get(RAW))));
        rows.add(ratio("outbox over raw loop" + suffix, rates, RAW).withGoal(Goal.atLeast(0.8)));
        rows.add(ratio("outbox over SQLite" + suffix, rates, SQLITE).withGoal(Goal.atLeast(1.3)));
        rows.add(Row.of("10 ms interval over one flush each" + suffix, "x", median.get(INTERVAL) / median.get(OUTBOX))
                .withGoal(Goal.atLeast(8)));
        return rows;
    }

    /** Median of the ratios within rounds: what else the machine does changes more slowly than a round. */
    private static Row ratio(String name, Map<String, List<Double>> rates, String reference) {
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ratios[round] = rates.get(OUTBOX).get(round) / rates.get(reference).get(round);
        }
        return Row.of(name, "x", new Percentiles(ratios).median());
    }

    private double rate(Contender.Maker maker, int size, int times) throws IOException {
        byte[] payload = new byte[size];
        new Random(size).nextBytes(payload);
        int messages = MESSAGES * times;
        try (Contender contender = maker.in(Contender.empty(folder))) {
            for (int i = 0; i < MESSAGES / 10; i++) {
                contender.store(payload);
            }
            long started = System.nanoTime();
            for (int i = 0; i < messages; i++) {
                contender.store(payload);
            }
            return messages * 1e9 / (System.nanoTime() - started);
        }
    }
}
