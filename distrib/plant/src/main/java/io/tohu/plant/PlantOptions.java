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

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a plant is to run.
 *
 * @param bind address that all servers listen on
 * @param opcuaPort 0 for any free port, as with the others
 * @param keys file with the key of the OPC UA server, made when it is not there; none: a new key at each start
 * @param seed of the simulated pump
 * @param step of the simulation
 * @param loadChanges whether the pump's load changes by itself until somebody sets it
 * @param replay what to replay instead of simulating
 */
public record PlantOptions(
        String bind,
        int opcuaPort,
        int modbusPort,
        int controlPort,
        Optional<Path> keys,
        long seed,
        Duration step,
        boolean loadChanges,
        Optional<ReplayOptions> replay) {

    /** A pump on free ports of the loopback address, stepped every 20 ms. */
    public static PlantOptions pump(long seed) {
        return new PlantOptions(
                "127.0.0.1", 0, 0, 0, Optional.empty(), seed, Duration.ofMillis(20), false, Optional.empty());
    }

    /** The recording on free ports of the loopback address. */
    public static PlantOptions replay(ReplayOptions replay) {
        return new PlantOptions(
                "127.0.0.1", 0, 0, 0, Optional.empty(), 0, Duration.ofMillis(20), false, Optional.of(replay));
    }
}
