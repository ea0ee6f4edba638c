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

import io.tohu.plant.control.ControlServer;
import io.tohu.plant.modbus.ModbusEndpoint;
import io.tohu.plant.opcua.OpcUaEndpoint;
import io.tohu.plant.pump.LoadSchedule;
import io.tohu.plant.recording.Recording;
import io.tohu.plant.recording.RecordingException;
import io.tohu.plant.serve.Counters;
import io.tohu.plant.serve.Machine;
import io.tohu.plant.serve.PumpMachine;
import io.tohu.plant.serve.ReplayMachine;
import io.tohu.plant.serve.ReplayPace;
import io.tohu.plant.serve.ServerThreads;
import io.tohu.plant.serve.Stepper;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;

/** A machine and its servers. Running once constructed; closing it frees its ports and ends its threads. */
public final class Plant implements AutoCloseable {

    private interface Part {
        void close();
    }

    private final Deque<Part> parts = new ArrayDeque<>();
    private final int opcuaPort;
    private final int modbusPort;
    private final int controlPort;

    /**
     * Starts everything, or nothing.
     *
     * @throws PlantException if a port is taken or the recording cannot be used
     */
    public Plant(PlantOptions options) throws PlantException {
        Clock clock = Clock.systemUTC();
        Machine machine = machine(options, clock);
        Counters opcuaCounters = new Counters();
        Counters modbusCounters = new Counters();
        try {
            ServerThreads threads = new ServerThreads();
            parts.push(threads::close);
            ControlServer control =
                    new ControlServer(machine, options.bind(), options.controlPort(), opcuaCounters, modbusCounters);
            parts.push(control::close);
            ModbusEndpoint modbus =
                    new ModbusEndpoint(machine, options.bind(), options.modbusPort(), threads, modbusCounters);
            parts.push(modbus::close);
            OpcUaEndpoint opcua = new OpcUaEndpoint(
                    machine, options.bind(), options.opcuaPort(), options.keys(), threads, opcuaCounters);
            parts.push(opcua::close);
            opcuaPort = opcua.port();
            modbusPort = modbus.port();
            controlPort = control.port();
            Stepper stepper = new Stepper(machine, clock);
            parts.push(stepper::close);
        } catch (PlantException failed) {
            close();
            throw failed;
        }
    }

    private static Machine machine(PlantOptions options, Clock clock) throws PlantException {
        if (options.replay().isEmpty()) {
            PumpMachine pump = new PumpMachine(options.seed(), options.step(), clock);
            if (options.loadChanges()) {
                pump.follow(new LoadSchedule(options.seed()));
            }
            return pump;
        }
        ReplayOptions replay = options.replay().orElseThrow();
        try {
            Recording recording = replay.labels().isEmpty()
                    ? Recording.read(replay.file())
                    : Recording.read(replay.file(), replay.labels());
            ReplayPace pace = replay.interval()
                    .map(interval -> ReplayPace.fixed(recording, interval, replay.speed()))
                    .orElseGet(() -> ReplayPace.recorded(recording, replay.speed()));
            return new ReplayMachine(recording, pace, replay.skipRows(), replay.paused(), clock);
        } catch (RecordingException | IllegalArgumentException unusable) {
            throw new PlantException(unusable.getMessage(), unusable);
        }
    }

    public int opcuaPort() {
        return opcuaPort;
    }

    public int modbusPort() {
        return modbusPort;
    }

    public int controlPort() {
        return controlPort;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            parts.pop().close();
        }
    }
}
