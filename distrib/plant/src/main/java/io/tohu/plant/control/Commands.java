/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.control;

import io.tohu.plant.pump.Fault;
import io.tohu.plant.pump.Signal;
import io.tohu.plant.serve.Machine;
import io.tohu.plant.serve.PumpMachine;
import io.tohu.plant.serve.ReplayMachine;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Carries out what is asked of the machine. */
final class Commands {

    private final Machine machine;

    Commands(Machine machine) {
        this.machine = machine;
    }

    void carryOut(Request request) throws Refusal {
        try {
            if (request.is("PUT", "faults", "*")) {
                Fault fault = fault(request.path().get(1));
                pump().setFault(fault, request.number("severity"), signal(request));
            } else if (request.is("DELETE", "faults", "*")) {
                pump().setFault(fault(request.path().get(1)), 0, null);
            } else if (request.is("DELETE", "faults")) {
                pump().clearFaults();
            } else if (request.is("PUT", "load")) {
                pump().setLoad(request.number("percent"));
            } else if (request.is("PUT", "setpoints", "speed")) {
                pump().setSpeed(request.number("value"));
            } else if (request.is("PUT", "setpoints", "valve")) {
                pump().setValve(request.number("value"));
            } else if (request.is("POST", "replay", "start")) {
                replay().start();
            } else {
                throw Refusal.notFound(request.method() + " /" + String.join("/", request.path())
                        + " is nothing that the plant knows; there are GET /status, PUT and DELETE /faults/<name>,"
                        + " DELETE /faults, PUT /load, PUT /setpoints/speed, PUT /setpoints/valve,"
                        + " POST /replay/start");
            }
        } catch (IllegalArgumentException outOfRange) {
            throw Refusal.badRequest(outOfRange.getMessage());
        }
    }

    private PumpMachine pump() throws Refusal {
        if (machine instanceof PumpMachine pump) {
            return pump;
        }
        throw Refusal.notFound("the plant replays a recording, which has no faults, load or set-points");
    }

    private ReplayMachine replay() throws Refusal {
        if (machine instanceof ReplayMachine replay) {
            return replay;
        }
        throw Refusal.notFound("the plant simulates a pump, there is no replay to start; start it with --replay FILE");
    }

    private static Fault fault(String name) throws Refusal {
        return Fault.named(name)
                .orElseThrow(() -> Refusal.notFound("there is no fault " + name + ", only "
                        + Arrays.stream(Fault.values()).map(Fault::faultName).collect(Collectors.joining(", "))));
    }

    private static Signal signal(Request request) throws Refusal {
        String name = request.parameters().get("signal");
        if (name == null) {
            return null;
        }
        return Signal.named(name)
                .orElseThrow(() -> Refusal.badRequest("there is no signal " + name + ", only "
                        + Arrays.stream(Signal.values()).map(Signal::signalName).collect(Collectors.joining(", "))));
    }
}
