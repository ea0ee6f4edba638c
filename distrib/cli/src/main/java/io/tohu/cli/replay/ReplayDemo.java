/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.replay;

import io.tohu.cli.cloud.CloudMessage;
import io.tohu.cli.cloud.CloudView;
import io.tohu.cli.demo.Screen;
import io.tohu.cli.demo.Steps;
import io.tohu.cli.process.JavaProcess;
import io.tohu.cli.process.Layout;
import io.tohu.cli.process.PlantControl;
import io.tohu.cli.process.PlantStatus;
import io.tohu.cli.process.Rig;
import io.tohu.learning.LearningException;
import io.tohu.plant.recording.Recording;
import io.tohu.plant.serve.ReplayMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.eclipse.paho.client.mqttv3.MqttException;

/** Recorded data through the same path: learned on its first rows, detected in the rest, met with its labels. */
public final class ReplayDemo {

    private static final String LABEL = "anomaly";
    private static final long GATEWAY_MILLIS = 60_000;
    private static final long LAST_RESULT_MILLIS = 3_000;
    private static final long POLL_MILLIS = 200;

    private final Layout layout;
    private final Rig rig;
    private final Path file;
    private final int learnRows;
    private final double speed;
    private final Screen screen = new Screen();
    private final Steps steps = new Steps();
    private final Map<Integer, Boolean> alarmByRow = new ConcurrentSkipListMap<>();
    private final CloudView cloud = new CloudView(this::take);
    private final PlantControl plant;
    private Recording recording;

    public ReplayDemo(Layout layout, Rig rig, Path file, int learnRows, double speed) {
        this.layout = layout;
        this.rig = rig;
        this.file = file;
        this.learnRows = learnRows;
        this.speed = speed;
        this.plant = new PlantControl(rig.ports().control());
    }

    /**
     * Runs to the end of the recording.
     *
     * @param platform level of the embedded gateway
     */
    public Steps run(String platform) throws IOException, InterruptedException, MqttException, LearningException {
        recording = Recording.read(file);
        List<String> channels = ReplayMachine.channels(recording);
        screen.event("learning on the first " + learnRows + " of " + recording.rows() + " rows, " + channels.size()
                + " channels");
        Path model = ReplayModel.learn(recording, channels, learnRows, rig.folder());
        start(platform, channels, model);
        awaitReading(channels.size());
        plant.startReplay();
        watch();
        judge();
        return steps;
    }

    private void start(String platform, List<String> channels, Path model)
            throws IOException, InterruptedException, MqttException {
        rig.startBroker();
        rig.subscribe(cloud);
        rig.startPlant(List.of(
                "--replay=" + file.toAbsolutePath(), "--speed=" + speed, "--skip-rows=" + learnRows, "--paused"));
        Path snapshot = rig.folder().resolve("snapshot.xml");
        ReplaySnapshot.of(rig.ports(), channels).write(snapshot);
        JavaProcess gateway = rig.startGateway(
                platform,
                snapshot,
                List.of(layout.onnxRuntime(), layout.feature("field"), layout.feature("ai"), model));
        boolean up = cloud.await(c -> c.count("/MQTT/BIRTH") > 0, GATEWAY_MILLIS)
                && gateway.awaitLine("All packages of this boot are in", GATEWAY_MILLIS / 1000);
        steps.add("gateway", up, up ? "BIRTH seen, model of " + learnRows + " rows installed" : "no BIRTH in time");
    }

    /** The first row number that the gateway hears makes it read a whole row: from then on it misses none. */
    private void awaitReading(int values) throws IOException, InterruptedException {
        long deadline = System.currentTimeMillis() + GATEWAY_MILLIS;
        while (plant.status().served().opcua().valuesRead() < values) {
            if (System.currentTimeMillis() > deadline) {
                throw new IOException("the gateway has read nothing of the plant within " + GATEWAY_MILLIS / 1000
                        + " s: see target/demo/logs/gateway.log");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void take(CloudMessage message) {
        double row = message.number("context.row");
        if (message.topic().endsWith("/results") && row >= 0) {
            alarmByRow.put((int) row, message.flag("alarm"));
        } else if (!message.topic().endsWith("/results")) {
            screen.message(message);
        }
    }

    private void watch() throws IOException, InterruptedException {
        PlantStatus status;
        do {
            Thread.sleep(1000);
            status = plant.status();
            screen.second(status, cloud);
        } while (status.replay().state().equals("running"));
        cloud.await(c -> alarmByRow.containsKey(recording.rows() - 1), LAST_RESULT_MILLIS);
    }

    private void judge() {
        int tested = recording.rows() - learnRows - ReplayModel.SAMPLES + 1;
        steps.add(
                "rows",
                alarmByRow.size() >= 0.95 * tested,
                alarmByRow.size() + " of " + tested + " rows scored through OPC UA, OSGi and MQTT");
        if (!recording.labels().contains(LABEL)) {
            long alarms = alarmByRow.values().stream().filter(a -> a).count();
            steps.add("detections", true, alarms + " rows in alarm; the file has no column " + LABEL + " to meet");
            return;
        }
        LabelScore score = new LabelScore();
        alarmByRow.forEach((row, alarm) -> score.add(row, recording.label(row, LABEL) > 0, alarm));
        steps.add(
                "detected",
                score.detected() || !score.hasAnomaly(),
                score.detected()
                        ? String.format(Locale.ROOT, "the anomaly was met %d rows after it began", score.delayRows())
                        : score.hasAnomaly() ? "the labelled anomaly was missed" : "nothing to detect in this part");
        steps.add("labels", true, score.toString());
    }
}
