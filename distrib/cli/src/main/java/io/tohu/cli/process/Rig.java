/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.process;

import io.tohu.cli.cloud.CloudSubscriber;
import io.tohu.cli.cloud.CloudView;
import io.tohu.cli.field.PlantPower;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttException;

/** Broker, plant and embedded gateway as processes on this machine, and a subscriber in the cloud's place. */
public final class Rig implements AutoCloseable {

    /** The account under which the configurations in kura-config publish. */
    public static final String ACCOUNT = "tohu";

    private static final long READY_SECONDS = 180;

    private final Layout layout;
    private final Ports ports;
    private final Path folder;
    private final Deque<JavaProcess> processes = new ArrayDeque<>();
    private JavaProcess plant;
    private List<String> plantCommand;
    private JavaProcess gateway;
    private int restarts;
    private Path gatewayJava;
    private List<String> gatewayCommand;
    private CloudSubscriber subscriber;
    private volatile boolean closed;

    /**
     * @param folder for logs, packages and the gateway's data
     */
    public Rig(Layout layout, Ports ports, Path folder) {
        this.layout = layout;
        this.ports = ports;
        this.folder = folder;
    }

    public Ports ports() {
        return ports;
    }

    public Path folder() {
        return folder;
    }

    public JavaProcess startBroker() throws IOException, InterruptedException {
        return start(
                "broker",
                List.of(
                        "-Xmx128m",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-cp",
                        layout.classPath("distrib/broker"),
                        "io.tohu.broker.BrokerMain",
                        Integer.toString(ports.mqtt())),
                "broker ready");
    }

    /**
     * @param options what to add to the plant's command line
     */
    public JavaProcess startPlant(List<String> options) throws IOException, InterruptedException {
        plantCommand = plantCommand(options);
        plant = start("plant", plantCommand, "plant ready");
        return plant;
    }

    /** The plant that was started, to be cut off and restored. */
    public PlantPower plantPower() {
        return new PlantPower() {
            @Override
            public void cut() throws InterruptedException {
                plant.kill();
            }

            @Override
            public void restore() throws IOException, InterruptedException {
                plant = start("plant-restored-" + ++restarts, plantCommand, "plant ready");
            }
        };
    }

    private List<String> plantCommand(List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                "-Xmx256m",
                "-cp",
                layout.classPath("distrib/plant"),
                "io.tohu.plant.PlantMain",
                "--opcua-port=" + ports.opcUa(),
                "--modbus-port=" + ports.modbus(),
                "--control-port=" + ports.control(),
                "--keys=" + folder.resolve("plant-keys.p12")));
        command.addAll(options);
        return List.copyOf(command);
    }

    public void subscribe(CloudView view) throws MqttException {
        subscriber = new CloudSubscriber("tcp://127.0.0.1:" + ports.mqtt(), ACCOUNT, view);
    }

    /**
     * Starts the gateway with a fresh data directory.
     *
     * @param level {@code 5.6} or {@code 6.0}
     * @param snapshot the configuration, as a real Kura takes it
     * @param packages deployment packages to install at its first start
     */
    public JavaProcess startGateway(String level, Path snapshot, List<Path> packages)
            throws IOException, InterruptedException {
        return startGateway(JavaProcess.ownJava(), layout.platform(level), snapshot, packages);
    }

    /** As the other, with a Java and a platform of the caller's own. */
    public JavaProcess startGateway(Path java, Path home, Path snapshot, List<Path> packages)
            throws IOException, InterruptedException {
        Path dropIn = Files.createDirectories(folder.resolve("packages"));
        for (Path dp : packages) {
            Files.copy(dp, dropIn.resolve(dp.getFileName()));
        }
        gatewayCommand = List.of(
                "-Xmx512m",
                "-jar",
                home.resolve("gateway.jar").toString(),
                "--snapshot",
                snapshot.toString(),
                "--data",
                folder.resolve("gateway").toString(),
                "--packages",
                dropIn.toString());
        gatewayJava = java;
        gateway = start(java, "gateway", gatewayCommand, "gateway started");
        return gateway;
    }

    /** Stops the gateway and starts it again on what it has kept. */
    public JavaProcess restartGateway() throws IOException, InterruptedException {
        if (!gateway.stop()) {
            throw new IOException("the gateway did not stop by itself");
        }
        gateway = start(gatewayJava, "gateway-restarted-" + ++restarts, gatewayCommand, "gateway started");
        return gateway;
    }

    private JavaProcess start(String name, List<String> options, String ready)
            throws IOException, InterruptedException {
        return start(JavaProcess.ownJava(), name, options, ready);
    }

    private synchronized JavaProcess start(Path java, String name, List<String> options, String ready)
            throws IOException, InterruptedException {
        if (closed) {
            throw new IOException("the rig is stopping");
        }
        JavaProcess process =
                new JavaProcess(java, name, options, folder.resolve("logs"), line -> line.contains(ready));
        processes.push(process);
        process.awaitReady(READY_SECONDS);
        return process;
    }

    /** Whether everything is being stopped, so that what fails now fails for that. */
    public boolean stopping() {
        return closed;
    }

    /** Stops everything in reverse order of its start. */
    @Override
    public void close() {
        stop();
    }

    /**
     * Stops everything in reverse order of its start.
     *
     * @return whether every process stopped by itself
     */
    public synchronized boolean stop() {
        if (closed) {
            return true;
        }
        closed = true;
        try {
            if (subscriber != null) {
                subscriber.close();
            }
        } catch (MqttException e) {
            System.err.println("subscriber: did not close cleanly: " + e.getMessage());
        }
        boolean clean = true;
        while (!processes.isEmpty()) {
            clean &= processes.pop().stop();
        }
        return clean;
    }
}
