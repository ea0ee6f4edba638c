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

import io.tohu.bench.Bench;
import io.tohu.bench.Percentiles;
import io.tohu.bench.Rounds;
import io.tohu.bench.Row;
import io.tohu.bench.peer.FreePorts;
import io.tohu.cli.cloud.CloudView;
import io.tohu.cli.demo.DemoSnapshot;
import io.tohu.cli.process.JavaProcess;
import io.tohu.cli.process.Layout;
import io.tohu.cli.process.Rig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttException;

/**
 * How long a gateway takes from the start of its process, first start with all packages to install, and the memory that
 * it has then; against the same gateway and configuration without Tohu's packages.
 */
final class Boot implements Bench.Part {

    private static final int ROUNDS = 3;
    private static final long PATIENCE_MILLIS = 60_000;
    private static final double MEBIBYTE = 1 << 20;
    private static final String BIRTH = "/MQTT/BIRTH";
    private static final String RESULTS = "/results";

    private final Layout layout;
    private int starts;

    Boot(Layout layout) {
        this.layout = layout;
    }

    @Override
    public String title() {
        return "gateway boot";
    }

    /**
     * One start.
     *
     * @param framework seconds until the gateway says that it has started
     * @param birth seconds until the cloud has its birth message
     * @param result seconds until the cloud has a detector's first result, NaN where there is no detector
     * @param memory resident bytes after that
     */
    private record Start(double framework, double birth, double result, double memory) {}

    @Override
    public List<Row> measure() throws IOException, InterruptedException {
        Path folder = layout.emptied("bench-work/boot");
        List<Path> packages = new ArrayList<>();
        for (String feature : List.of("onnxruntime-linux-x64", "field", "ai", "model-pump")) {
            packages.add(layout.feature(feature));
        }
        CloudView cloud = new CloudView(message -> {});
        try (Rig world = new Rig(layout, FreePorts.rig(), folder)) {
            world.startBroker();
            world.startPlant(List.of());
            world.subscribe(cloud);
            Rounds<Start> rounds = Rounds.interleave(
                    0, ROUNDS, () -> start(world, cloud, packages), () -> start(world, cloud, List.of()));
            return rows(rounds);
        } catch (MqttException e) {
            throw new IOException("the broker cannot be subscribed: " + e.getMessage(), e);
        }
    }

    private static List<Row> rows(Rounds<Start> rounds) {
        double result = new Percentiles(
                        rounds.values().stream().mapToDouble(Start::result).toArray())
                .median();
        return List.of(
                rounds.row("gateway start to 'gateway started'", "s", Start::framework),
                rounds.row("gateway start to BIRTH at the broker", "s", Start::birth),
                Row.of("gateway start to first result at the broker (2.0 s of it fill the first window)", "s", result),
                rounds.row("gateway after its start, resident memory", "MiB", Start::memory));
    }

    private Start start(Rig world, CloudView cloud, List<Path> packages) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(world.folder().resolve("start-" + starts++));
        Path snapshot = DemoSnapshot.forPorts(layout, world.ports(), folder);
        int births = cloud.count(BIRTH);
        int results = cloud.count(RESULTS);
        try (Rig rig = new Rig(layout, world.ports(), folder)) {
            long begin = System.nanoTime();
            JavaProcess gateway = rig.startGateway("5.6", snapshot, packages);
            double framework = seconds(begin);
            require(cloud.await(view -> view.count(BIRTH) > births, PATIENCE_MILLIS), "BIRTH", folder);
            double birth = seconds(begin);
            double result = Double.NaN;
            if (!packages.isEmpty()) {
                require(cloud.await(view -> view.count(RESULTS) > results, PATIENCE_MILLIS), "result", folder);
                result = seconds(begin);
            }
            return new Start(framework, birth, result, gateway.residentBytes() / MEBIBYTE);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void require(boolean came, String what, Path folder) throws IOException {
        if (!came) {
            throw new IOException("no " + what + " within " + PATIENCE_MILLIS / 1000 + " s, see " + folder + "/logs");
        }
    }
}
