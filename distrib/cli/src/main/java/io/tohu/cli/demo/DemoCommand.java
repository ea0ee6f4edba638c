/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.demo;

import io.tohu.cli.process.Layout;
import io.tohu.cli.process.Ports;
import io.tohu.cli.process.Rig;
import io.tohu.cli.replay.ReplayDemo;
import io.tohu.learning.LearningException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eclipse.paho.client.mqttv3.MqttException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./tohu demo}: the whole path on this machine, for an operator to look at. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Starts broker, plant and embedded gateway and shows what the gateway detects.")
public final class DemoCommand implements Callable<Integer> {

    @Option(names = "--seconds", description = "Length of the story in seconds (default: ${DEFAULT-VALUE}).")
    private int seconds = 60;

    @Option(names = "--exit", description = "End after the story with a summary; exit code 0 only if all went well.")
    private boolean exit;

    @Option(
            names = "--story",
            description = "After the story also a server that is not trusted, and servers that die and come back.")
    private boolean story;

    @Option(
            names = "--port-base",
            description = "First of four TCP ports on 127.0.0.1: OPC UA, Modbus, MQTT, control (default:"
                    + " ${DEFAULT-VALUE}).")
    private int portBase = Ports.DEFAULT_BASE;

    @Option(
            names = "--platform",
            description = "Level of the embedded gateway: 5.6 or 6.0 (default: ${DEFAULT-VALUE}).")
    private String platform = "5.6";

    @Option(names = "--replay", description = "Play a recorded CSV file instead of the simulated pump.")
    private Path replay;

    @Option(
            names = "--learn-rows",
            description = "With --replay: healthy rows to learn on (default: ${DEFAULT-VALUE}).")
    private int learnRows = 400;

    @Option(
            names = "--speed",
            description = "With --replay: how much faster than recorded (default: ${DEFAULT-VALUE}).")
    private double speed = 20;

    @Override
    public Integer call() throws InterruptedException {
        Rig rig = null;
        try {
            Layout layout = Layout.ofThisCheckout();
            Ports ports = new Ports(portBase);
            ports.requireFree();
            rig = new Rig(layout, ports, layout.emptied("demo"));
            Runtime.getRuntime().addShutdownHook(new Thread(rig::close, "demo-stop"));
            Steps steps = replay == null
                    ? new PumpDemo(layout, rig, platform).run(seconds, story, exit)
                    : new ReplayDemo(layout, rig, replay, learnRows, speed).run(platform);
            steps.add("stopped", rig.stop(), "every process ended by itself");
            return finish(layout, steps);
        } catch (IOException | MqttException | LearningException | IllegalArgumentException e) {
            if (rig == null || !rig.stopping()) {
                System.err.println("demo: " + (e.getMessage() == null ? e : e.getMessage()));
            }
            return 1;
        } finally {
            if (rig != null) {
                rig.close();
            }
        }
    }

    private static int finish(Layout layout, Steps steps) throws IOException {
        Path json = layout.home().resolve("target/demo/summary.json");
        steps.write(json);
        System.out.printf(
                "%n%s%n%s%n", steps.table(), "summary: " + layout.home().relativize(json));
        return steps.ok() ? 0 : 1;
    }
}
