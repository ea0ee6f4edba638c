/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.stack.core.Stack;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the plant as a process. Prints one line {@code plant ready opcua=… modbus=… control=…} once it serves. */
@Command(
        name = "plant",
        mixinStandardHelpOptions = true,
        description = "A simulated pump skid, or a recording, behind OPC UA, Modbus TCP and a control over HTTP.")
public final class PlantMain implements Callable<Integer> {

    private static final int CANNOT_START = 2;

    @Option(names = "--bind", defaultValue = "127.0.0.1", description = "Address to listen on (${DEFAULT-VALUE}).")
    private String bind;

    @Option(names = "--opcua-port", defaultValue = "0", description = "0 = any free port.")
    private int opcuaPort;

    @Option(names = "--modbus-port", defaultValue = "0", description = "0 = any free port.")
    private int modbusPort;

    @Option(names = "--control-port", defaultValue = "0", description = "0 = any free port.")
    private int controlPort;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Key of the OPC UA server, made when it is not there (default: a new one at each start).")
    private Path keys;

    @Option(names = "--seed", defaultValue = "1", description = "The same seed gives the same machine.")
    private long seed;

    @Option(names = "--step-ms", defaultValue = "20", description = "Step of the simulation (${DEFAULT-VALUE}).")
    private long stepMs;

    @Option(
            names = "--load-changes",
            description = "Change the load every half to two minutes, as production does, until somebody sets it.")
    private boolean loadChanges;

    @Option(names = "--replay", paramLabel = "FILE", description = "CSV file to serve instead of the simulated pump.")
    private Path replay;

    @Option(names = "--speed", defaultValue = "1", description = "So many times faster than recorded.")
    private double speed;

    @Option(
            names = "--label",
            paramLabel = "COLUMN",
            description = "Label column, kept aside; may be repeated (anomaly and changepoint where they exist).")
    private Set<String> labels = Set.of();

    @Option(names = "--interval-ms", description = "Time between rows instead of the recorded one.")
    private Long intervalMs;

    @Option(names = "--skip-rows", defaultValue = "0", description = "Rows to leave out at the beginning.")
    private int skipRows;

    @Option(names = "--paused", description = "Wait for POST /replay/start.")
    private boolean paused;

    private PlantMain() {}

    public static void main(String[] args) {
        // The libraries tell each connection at level info; the plant's own state is on the control port.
        logAt("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        // Milo warns with a stack trace of each session that ends before its diagnostics are set up.
        logAt("org.slf4j.simpleLogger.log.org.eclipse.milo.opcua.stack.core.util.TaskQueue", "error");
        System.exit(new CommandLine(new PlantMain()).execute(args));
    }

    private static void logAt(String logger, String level) {
        if (System.getProperty(logger) == null) {
            System.setProperty(logger, level);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            Plant plant = new Plant(options());
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                plant.close();
                                Stack.releaseSharedResources(500, TimeUnit.MILLISECONDS);
                                stopped.countDown();
                            },
                            "plant-stop"));
            System.out.println("plant ready opcua=" + plant.opcuaPort() + " modbus=" + plant.modbusPort() + " control="
                    + plant.controlPort());
            stopped.await();
            return 0;
        } catch (PlantException failed) {
            System.err.println("plant: " + failed.getMessage());
            return CANNOT_START;
        }
    }

    private PlantOptions options() throws PlantException {
        for (int port : new int[] {opcuaPort, modbusPort, controlPort}) {
            require(port >= 0 && port <= 65535, "a port is 0 to 65535, not " + port);
        }
        require(!new InetSocketAddress(bind, 0).isUnresolved(), "--bind " + bind + " is no address of this machine");
        require(stepMs >= 1 && stepMs <= 1000, "--step-ms is 1 to 1000, not " + stepMs);
        require(speed > 0 && speed <= 10_000, "--speed is more than 0 and at most 10000, not " + speed);
        require(intervalMs == null || intervalMs > 0, "--interval-ms is more than 0, not " + intervalMs);
        Optional<ReplayOptions> recording = Optional.ofNullable(replay)
                .map(file -> new ReplayOptions(
                        file,
                        speed,
                        labels,
                        Optional.ofNullable(intervalMs).map(Duration::ofMillis),
                        skipRows,
                        paused));
        return new PlantOptions(
                bind,
                opcuaPort,
                modbusPort,
                controlPort,
                Optional.ofNullable(keys),
                seed,
                Duration.ofMillis(stepMs),
                loadChanges,
                recording);
    }

    private static void require(boolean met, String otherwise) throws PlantException {
        if (!met) {
            throw new PlantException(otherwise);
        }
    }
}
