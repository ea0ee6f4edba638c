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

import io.tohu.cli.cloud.CloudMessage;
import io.tohu.cli.cloud.CloudView;
import io.tohu.cli.cloud.Components;
import io.tohu.cli.cloud.KuraAddress;
import io.tohu.cli.cloud.KuraRemote;
import io.tohu.cli.field.FieldStory;
import io.tohu.cli.field.Nameplate;
import io.tohu.cli.process.Layout;
import io.tohu.cli.process.PlantControl;
import io.tohu.cli.process.PlantStatus;
import io.tohu.cli.process.Rig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.paho.client.mqttv3.MqttException;

/** The story of the simulated pump: healthy, another load, a closing valve, repaired. */
final class PumpDemo {

    private static final String FAULT = "valve-closing";
    private static final double SEVERITY = 0.6;
    private static final int OTHER_LOAD = 90;
    private static final long FIRST_RESULT_MILLIS = 60_000;

    private final Layout layout;
    private final Rig rig;
    private final String platform;
    private final Screen screen = new Screen();
    private final Steps steps = new Steps();
    private final CloudView cloud = new CloudView(this::show);
    private final PlantControl plant;

    PumpDemo(Layout layout, Rig rig, String platform) {
        this.layout = layout;
        this.rig = rig;
        this.platform = platform;
        this.plant = new PlantControl(rig.ports().control());
    }

    /**
     * @param seconds length of the story
     * @param scenes whether scenes between gateway and machines follow
     * @param exit end after it; otherwise the healthy machine runs on until the process is stopped
     */
    Steps run(int seconds, boolean scenes, boolean exit) throws IOException, InterruptedException, MqttException {
        start();
        long begin = System.currentTimeMillis();
        screen.event("the machine is healthy");
        watchUntil(begin, seconds * 0.25);
        quiet("healthy", begin, "no alarm in %d s of healthy run");

        long load = System.currentTimeMillis();
        screen.event("the load changes to " + OTHER_LOAD + " %");
        plant.load(OTHER_LOAD);
        watchUntil(begin, seconds * 0.5);
        quiet("load change", load, "no alarm in %d s after a load change");

        long fault = System.currentTimeMillis();
        screen.event("FAULT begins: a valve closes (severity " + SEVERITY + ")");
        plant.fault(FAULT, SEVERITY);
        watchUntil(begin, seconds * 0.8);
        detected(fault);

        screen.event("the valve is repaired");
        plant.clearFaults();
        watchUntil(begin, seconds);
        totals();
        if (scenes) {
            scenes();
        }
        while (!exit) {
            watchUntil(System.currentTimeMillis(), 1);
        }
        return steps;
    }

    /** What goes wrong here is told as a step that failed, like everything else. */
    private void scenes() throws IOException, InterruptedException {
        KuraAddress address = KuraAddress.open("tcp://127.0.0.1:" + rig.ports().mqtt(), Rig.ACCOUNT, "demo-gateway");
        try (KuraRemote remote = new KuraRemote(address, message -> {})) {
            FieldStory story = new FieldStory(
                    new Components(remote),
                    cloud,
                    "TOHU",
                    "",
                    "opc.tcp://127.0.0.1:" + rig.ports().opcUa() + "/plant");
            screen.event("the gateway shall use security, and meets a server that it does not trust");
            scene("secured OPC UA", story::securedOpcUa);
            screen.event("POWER CUT: both servers die, and come back");
            scene("servers killed and back", () -> story.serversKilledAndBack(rig.plantPower()));
        }
    }

    private interface Scene {
        String play() throws IOException, InterruptedException;
    }

    private void scene(String name, Scene scene) throws InterruptedException {
        try {
            steps.add(name, true, scene.play());
        } catch (IOException e) {
            steps.add(name, false, e.getMessage());
        }
    }

    private void start() throws IOException, InterruptedException, MqttException {
        long begin = System.currentTimeMillis();
        rig.startBroker();
        rig.subscribe(cloud);
        rig.startPlant(List.of());
        screen.event("broker and plant run; starting the gateway (Kura " + platform + " level)");
        Path snapshot = DemoSnapshot.forPorts(layout, rig.ports(), rig.folder());
        rig.startGateway(
                platform,
                snapshot,
                List.of(
                        layout.onnxRuntime(),
                        layout.feature("field"),
                        layout.feature("ai"),
                        layout.feature("model-pump")));
        boolean scoring = cloud.await(c -> c.count("/results") > 0, FIRST_RESULT_MILLIS);
        steps.add(
                "gateway",
                cloud.count("/MQTT/BIRTH") > 0 && scoring,
                scoring
                        ? String.format(
                                Locale.ROOT,
                                "first result in the cloud %.1f s after the start",
                                (System.currentTimeMillis() - begin) / 1e3)
                        : "no result within " + FIRST_RESULT_MILLIS / 1000 + " s: see target/demo/logs/gateway.log");
    }

    /** Alarms always; of everything else the first of its topic, so that a person sees what it looks like. */
    private void show(CloudMessage message) {
        if (message.topic().endsWith("/alarms") || cloud.count(message.topic()) == 1) {
            screen.message(message);
        }
    }

    private void watchUntil(long begin, double seconds) throws IOException, InterruptedException {
        long end = begin + (long) (seconds * 1000);
        for (long left = end - System.currentTimeMillis(); left > 0; left = end - System.currentTimeMillis()) {
            Thread.sleep(Math.min(1000, left));
            screen.second(plant.status(), cloud);
        }
    }

    private void quiet(String name, long since, String text) {
        List<CloudMessage> alarms =
                cloud.alarms().stream().filter(a -> a.receivedAt() >= since).toList();
        steps.add(
                name,
                alarms.isEmpty() && cloud.count("/results") > 0,
                alarms.isEmpty()
                        ? String.format(text, (System.currentTimeMillis() - since) / 1000)
                        : "false alarm by " + alarms.get(0).text("contributors"));
    }

    private void detected(long fault) throws IOException, InterruptedException {
        CloudMessage alarm = cloud.alarms().stream()
                .filter(a -> a.receivedAt() >= fault && "RAISED".equals(a.text("event")))
                .findFirst()
                .orElse(null);
        if (alarm == null) {
            steps.add("fault detected", false, "no alarm after the valve began to close");
            return;
        }
        steps.add(
                "fault detected",
                true,
                String.format(
                        Locale.ROOT,
                        "alarm in the cloud %.1f s after the fault began",
                        (alarm.receivedAt() - fault) / 1e3));
        boolean complete = alarm.flag("alarm")
                && alarm.number("score") > alarm.number("limit")
                && "pump-anomaly".equals(alarm.text("model"))
                && !alarm.text("contributors").isEmpty()
                && alarm.number("window.end") >= fault;
        steps.add(
                "alarm message",
                complete,
                String.format(
                        Locale.ROOT,
                        "%s %s, score %.2f of %.2f, by %s",
                        alarm.text("model"),
                        alarm.text("model.version"),
                        alarm.number("score"),
                        alarm.number("limit"),
                        alarm.text("contributors")));
        boolean lamp = plant.status().alarm().lit();
        steps.add("write-back", lamp, lamp ? "the alarm lamp in the plant is lit" : "the alarm lamp stayed dark");
    }

    private void totals() throws IOException, InterruptedException {
        PlantStatus.Served served = plant.status().served();
        delivered("OPC UA", "report-opcua", "speed", served.opcua().values(), "values");
        delivered("Modbus", "report-modbus", "flow", served.modbus().values(), "registers");
        String wrong = cloud.last("/report-nameplate").map(Nameplate::wrong).orElse("no report of it came");
        steps.add(
                "Modbus types",
                wrong.isEmpty(),
                wrong.isEmpty() ? "integers, floats, bits and text in four orders read as what they mean" : wrong);
        long raw = served.bytes();
        steps.add(
                "bandwidth",
                cloud.bytes() > 0 && raw > cloud.bytes(),
                String.format(
                        Locale.ROOT,
                        "%.1f kB read from the machine, %.1f kB sent in %d messages: 1/%.0f",
                        raw / 1e3,
                        cloud.bytes() / 1e3,
                        cloud.messages(),
                        (double) raw / Math.max(1, cloud.bytes())));
    }

    private void delivered(String protocol, String asset, String channel, long count, String unit) {
        CloudMessage report = cloud.last("/" + asset).orElse(null);
        boolean ok = report != null && Double.isFinite(report.number(channel)) && count > 0;
        steps.add(
                protocol,
                ok,
                ok
                        ? String.format(
                                Locale.ROOT,
                                "%d %s read; last %s in the cloud %.1f",
                                count,
                                unit,
                                channel,
                                report.number(channel))
                        : "no report of " + asset + " with " + channel + " reached the cloud");
    }
}
