/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench;

import io.tohu.bench.drivers.DriversBench;
import io.tohu.bench.inference.InferenceBench;
import io.tohu.bench.outbox.OutboxBench;
import io.tohu.bench.pipeline.PipelineBench;
import io.tohu.cli.process.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./tohu bench [name…]}: runs the named benchmarks, or all of them.
 *
 * <p>Exit codes: 0 everything was measured, whatever the figures say; 1 something could not be; 2 wrong arguments.
 */
public final class Main {

    private static final List<Bench> BENCHES =
            List.of(new PipelineBench(), new InferenceBench(), new DriversBench(), new OutboxBench());

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> names = List.of(args);
        List<String> known = BENCHES.stream().map(Bench::name).toList();
        if (!known.containsAll(names)) {
            System.err.println("usage: ./tohu bench [name...]; the names are " + String.join(", ", known));
            System.exit(2);
        }
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        // A driver under all the load that there is tells what it had to leave out; the figures do too.
        System.setProperty("org.slf4j.simpleLogger.log.io.tohu.opcua", "error");
        Runtime.getRuntime().addShutdownHook(new Thread(Main::stopProcesses, "bench-stop"));
        Layout layout = Layout.ofThisCheckout();
        boolean complete = true;
        for (Bench bench : BENCHES) {
            if (names.isEmpty() || names.contains(bench.name())) {
                complete &= run(bench, layout);
            }
        }
        System.exit(complete ? 0 : 1);
    }

    /** What a part has started ends with it; this is for a bench that is stopped in the middle. */
    private static void stopProcesses() {
        ProcessHandle.current().children().forEach(ProcessHandle::destroy);
    }

    private static boolean run(Bench bench, Layout layout) throws IOException, InterruptedException {
        String machine = Machine.describe();
        System.out.println(bench.name() + " on " + machine);
        List<Row> rows = new ArrayList<>();
        boolean complete = true;
        for (Bench.Part part : bench.parts(layout)) {
            System.out.println("  measuring " + part.title() + " ...");
            try {
                rows.addAll(part.measure());
            } catch (IOException | RuntimeException e) {
                complete = false;
                rows.add(Row.unknown(part.title(), String.valueOf(e.getMessage())));
            }
        }
        Path json = layout.home().resolve("target/bench").resolve(bench.name() + ".json");
        BenchJson.write(json, bench.name(), machine, rows);
        System.out.printf(
                "%n%s%nwritten: %s%n", BenchTable.of(rows), layout.home().relativize(json));
        return complete;
    }
}
