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
import io.tohu.plant.recording.Recording;
import io.tohu.plant.serve.Counters;
import io.tohu.plant.serve.Frame;
import io.tohu.plant.serve.Lamp;
import io.tohu.plant.serve.Machine;
import io.tohu.plant.serve.PumpMachine;
import io.tohu.plant.serve.ReplayMachine;
import io.tohu.plant.serve.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plant's state as the tree that becomes JSON. Missing numbers are left out. */
record Status(Machine machine, Counters opcua, Counters modbus) {

    Map<String, Object> tree() {
        Frame frame = machine.board().frame();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("mode", machine.mode());
        tree.put("time", frame.time().toString());
        tree.put("running", machine.running());
        tree.put("signals", numbers(frame, false));
        tree.put("setpoints", numbers(frame, true));
        if (machine instanceof PumpMachine pump) {
            tree.put("faults", faults(pump));
        }
        tree.put("alarm", alarm(machine.lamp().state()));
        if (machine instanceof ReplayMachine replay) {
            tree.put("replay", replay(replay));
        }
        tree.put("served", Map.of("opcua", opcua.totals(), "modbus", modbus.totals()));
        return tree;
    }

    private Map<String, Object> numbers(Frame frame, boolean setpoints) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        List<Tag> tags = machine.tags();
        for (int i = 0; i < tags.size(); i++) {
            boolean wanted =
                    tags.get(i).kind() == Tag.Kind.DOUBLE && tags.get(i).writable() == setpoints;
            if (wanted && frame.cell(i).value() != null) {
                String name = tags.get(i).name();
                numbers.put(setpoints ? name.replace("Setpoint", "") : name, frame.number(i));
            }
        }
        return numbers;
    }

    private static Map<String, Object> faults(PumpMachine pump) {
        Map<String, Object> faults = new LinkedHashMap<>();
        pump.faults().forEach((fault, severity) -> {
            Map<String, Object> state = new LinkedHashMap<>();
            state.put("severity", severity);
            if (fault == Fault.STUCK_SENSOR && pump.stuckSensor() != null) {
                state.put("signal", pump.stuckSensor().signalName());
            }
            faults.put(fault.faultName(), state);
        });
        return faults;
    }

    private static Map<String, Object> alarm(Lamp.State lamp) {
        Map<String, Object> alarm = new LinkedHashMap<>();
        alarm.put("lit", lamp.lit());
        alarm.put("since", lamp.since().toString());
        alarm.put("writes", lamp.writes());
        alarm.put("changes", lamp.changes());
        return alarm;
    }

    private static Map<String, Object> replay(ReplayMachine replay) {
        Recording recording = replay.recording();
        int row = replay.row();
        Map<String, Object> labels = new LinkedHashMap<>();
        for (String label : recording.labels()) {
            double value = row < 0 ? Double.NaN : recording.label(row, label);
            if (!Double.isNaN(value)) {
                labels.put(label, value);
            }
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", recording.file().toString());
        tree.put("state", replay.state());
        tree.put("row", row);
        tree.put("total", recording.rows());
        tree.put("labels", labels);
        return tree;
    }
}
