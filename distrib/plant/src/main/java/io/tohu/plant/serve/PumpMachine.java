/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.serve;

import io.tohu.plant.pump.Fault;
import io.tohu.plant.pump.LoadSchedule;
import io.tohu.plant.pump.PumpSample;
import io.tohu.plant.pump.PumpSkid;
import io.tohu.plant.pump.Signal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The pump skid in real time. */
public final class PumpMachine implements Machine {

    private static final double WAVEFORM_SECONDS = PumpSkid.WAVEFORM_SAMPLES / PumpSkid.WAVEFORM_RATE;
    private static final int WAVEFORM = Signal.values().length;
    private static final int SPEED_SETPOINT = WAVEFORM + 1;
    private static final int VALVE_SETPOINT = WAVEFORM + 2;
    private static final int ALARM = WAVEFORM + 3;

    private final PumpSkid skid;
    private final Duration step;
    private final Clock clock;
    private final Lamp lamp;
    private final Board board;
    private LoadSchedule schedule;
    private Instant sampled;
    private Frame.Cell waveform;
    private double waveformDue;
    private Frame.Cell speedSetpoint;
    private Frame.Cell valveSetpoint;

    public PumpMachine(long seed, Duration step, Clock clock) {
        this.skid = new PumpSkid(seed);
        this.step = step;
        this.clock = clock;
        this.sampled = clock.instant();
        this.lamp = new Lamp(sampled);
        this.board = new Board(frame());
    }

    @Override
    public String mode() {
        return "pump";
    }

    @Override
    public List<Tag> tags() {
        List<Tag> tags = new ArrayList<>();
        for (Signal signal : Signal.values()) {
            tags.add(Tag.sensor("Pump/" + signal.signalName(), signal.unit(), scale(signal)));
        }
        tags.add(new Tag("Pump/vibrationWaveform", Tag.Kind.FLOATS, "m/s2", false, 0));
        tags.add(Tag.setpoint("Pump/speedSetpoint", "rpm"));
        tags.add(Tag.setpoint("Pump/valveSetpoint", "%"));
        tags.add(Tag.lamp());
        return tags;
    }

    private static int scale(Signal signal) {
        return switch (signal) {
            case SPEED -> 1;
            case BEARING_TEMPERATURE -> 10;
            case FLOW, MOTOR_CURRENT -> 100;
            default -> 1000;
        };
    }

    @Override
    public Board board() {
        return board;
    }

    @Override
    public Lamp lamp() {
        return lamp;
    }

    @Override
    public synchronized boolean running() {
        return skid.running();
    }

    @Override
    public synchronized long advance(Instant due) {
        if (schedule != null) {
            schedule.drive(skid);
        }
        skid.step(step.toNanos() / 1e9);
        sampled = due;
        board.show(frame());
        return step.toNanos();
    }

    @Override
    public synchronized void write(int tag, Object value) {
        if (tag == SPEED_SETPOINT) {
            setSpeed((Double) value);
        } else if (tag == VALVE_SETPOINT) {
            setValve((Double) value);
        } else if (tag == ALARM) {
            lamp.set((Boolean) value, clock.instant());
        } else {
            throw new IllegalArgumentException(tags().get(tag).id() + " cannot be written");
        }
        board.show(frame());
    }

    /** From now on the load changes as a production line asks, until somebody sets it. */
    public synchronized void follow(LoadSchedule demand) {
        schedule = demand;
    }

    public synchronized void setSpeed(double rpm) {
        skid.setSpeedSetpoint(rpm);
        schedule = null;
    }

    public synchronized void setValve(double percent) {
        skid.setValveSetpoint(percent);
        schedule = null;
    }

    public synchronized void setLoad(double percent) {
        skid.setLoad(percent);
        schedule = null;
    }

    /** Switches a fault; the signal says which sensor sticks and is ignored by other faults, null leaves the choice. */
    public synchronized void setFault(Fault fault, double severity, Signal signal) {
        if (fault == Fault.STUCK_SENSOR && signal != null) {
            skid.setStuckSensor(signal, severity);
        } else {
            skid.setFault(fault, severity);
        }
    }

    public synchronized void clearFaults() {
        skid.clearFaults();
    }

    /** Severities of the faults that are on. */
    public synchronized Map<Fault, Double> faults() {
        Map<Fault, Double> on = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            if (skid.severity(fault) > 0) {
                on.put(fault, skid.severity(fault));
            }
        }
        return on;
    }

    /** The signal whose sensor sticks, or null. */
    public synchronized Signal stuckSensor() {
        return skid.stuckSensor();
    }

    private Frame frame() {
        if (skid.time() >= waveformDue) {
            waveform = new Frame.Cell(skid.waveform(), sampled);
            waveformDue = skid.time() + WAVEFORM_SECONDS - 1e-6;
        }
        speedSetpoint = kept(speedSetpoint, skid.speedSetpoint());
        valveSetpoint = kept(valveSetpoint, skid.valveSetpoint());
        List<Frame.Cell> cells = new ArrayList<>();
        PumpSample sample = skid.sample();
        for (Signal signal : Signal.values()) {
            cells.add(new Frame.Cell(sample.value(signal), sampled));
        }
        cells.add(waveform);
        cells.add(speedSetpoint);
        cells.add(valveSetpoint);
        cells.add(lamp.cell());
        return new Frame(sampled, cells);
    }

    private Frame.Cell kept(Frame.Cell before, double value) {
        boolean same = before != null && before.value().equals(value);
        return same ? before : new Frame.Cell(value, clock.instant());
    }
}
