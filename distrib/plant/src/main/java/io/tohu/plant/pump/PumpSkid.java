/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.pump;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A pump skid that is stepped by simulated time: the same seed and the same calls give the same readings, bit for bit.
 * Physics advances on a fixed grid of {@value #GRID_SECONDS} s, so sampling more or less often does not change the
 * machine, only how often it is looked at.
 *
 * <p>Starts warm, at a load of 70 %. Not safe for use by several threads.
 */
public final class PumpSkid {

    /** Samples in {@link #waveform()}. */
    public static final int WAVEFORM_SAMPLES = Waveform.SAMPLES;
    /** Sampling rate of {@link #waveform()} in Hz. */
    public static final double WAVEFORM_RATE = Waveform.RATE;
    /** Highest speed set-point in rpm; the lowest is 0, which stops the pump. */
    public static final double MAX_SPEED = 3000;
    /** Lowest valve set-point in percent of opening; the highest is 100. */
    public static final double MIN_VALVE = 20;

    static final double GRID_SECONDS = 0.02;

    private static final double VALVE_RATE = 0.02;
    private static final double FAULT_RATE = 0.25;
    private static final double THERMAL_LAG = 180;
    private static final double Y_GAIN = 0.8;

    private final Noise drifting;
    private final Sensors sensors;
    private final Waveform waveforms;
    private final Drift level;
    private final Drift ambient;
    private final Drift demand;
    private final Drift shaking;
    private final Motor motor;
    private final Map<Fault, Double> severities = new EnumMap<>(Fault.class);
    private final Map<Fault, Double> grown = new EnumMap<>(Fault.class);

    private double speedSetpoint;
    private double valveSetpoint;
    private double opening;
    private double flow = 45;
    private double suctionHead;
    private double cavitation;
    private double temperature;
    private long ticks;
    private double pending;
    private PumpSample sample;

    public PumpSkid(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        drifting = new Noise(random.split());
        sensors = new Sensors(new Noise(random.split()));
        waveforms = new Waveform(new Noise(random.split()));
        level = new Drift(2.0, 0.2, 600, GRID_SECONDS, drifting);
        ambient = new Drift(24, 1.2, 900, GRID_SECONDS, drifting);
        demand = new Drift(1, 0.01, 20, GRID_SECONDS, drifting);
        shaking = new Drift(1, 0.03, 5, GRID_SECONDS, drifting);
        for (Fault fault : Fault.values()) {
            severities.put(fault, 0.0);
            grown.put(fault, 0.0);
        }
        setLoad(70);
        opening = valveSetpoint / 100;
        motor = new Motor(speedSetpoint);
        // Ten seconds settle flow and slip; the bearing, far slower, starts where it would end.
        for (int i = 0; i < 500; i++) {
            tick();
        }
        temperature = bearingEquilibrium();
        ticks = 0;
        sample = new PumpSample(0, sensors.read(truth()));
    }

    /**
     * Advances simulated time and reads the sensors once.
     *
     * @param seconds more than 0; what is less than the grid is carried over to the next step
     */
    public void step(double seconds) {
        if (!(seconds > 0) || Double.isInfinite(seconds)) {
            throw new IllegalArgumentException("a step takes a positive number of seconds, not " + seconds);
        }
        pending += seconds;
        // Half a millionth of a step forgives that 0.1 is not five times 0.02 in binary.
        while (pending > GRID_SECONDS * (1 - 5e-7)) {
            tick();
            pending -= GRID_SECONDS;
        }
        sample = new PumpSample(time(), sensors.read(truth()));
    }

    /** The readings of the last step, or of the start. */
    public PumpSample sample() {
        return sample;
    }

    /** A fresh acceleration record in m/s² of the horizontal axis as the machine shakes now. */
    public float[] waveform() {
        return waveforms.record(vibration(1));
    }

    /** Simulated seconds since the start. */
    public double time() {
        return ticks * GRID_SECONDS + Math.max(0, pending);
    }

    /** Whether the shaft turns. */
    public boolean running() {
        return motor.speed() > 60;
    }

    public double speedSetpoint() {
        return speedSetpoint;
    }

    /** Speed in rpm to ramp to, 0 to {@value #MAX_SPEED}. */
    public void setSpeedSetpoint(double rpm) {
        speedSetpoint = inRange("speed set-point", rpm, 0, MAX_SPEED, "rpm");
    }

    public double valveSetpoint() {
        return valveSetpoint;
    }

    /** Opening of the control valve in percent, which follows the demand downstream, {@value #MIN_VALVE} to 100. */
    public void setValveSetpoint(double percent) {
        valveSetpoint = inRange("valve set-point", percent, MIN_VALVE, 100, "%");
    }

    /** Moves both set-points along the operating line: 40 % is 2320 rpm and 54 %, 100 % is 2950 rpm and 75 %. */
    public void setLoad(double percent) {
        inRange("load", percent, 0, 100, "%");
        setSpeedSetpoint(1900 + 10.5 * percent);
        setValveSetpoint(40 + 0.35 * percent);
    }

    /** Severity that a fault was switched to, 0 when it is off. */
    public double severity(Fault fault) {
        return severities.get(fault);
    }

    /**
     * Switches a fault; it grows or heals over seconds, a stuck sensor sticks at once.
     *
     * @throws IllegalArgumentException if the severity is not within 0..1
     */
    public void setFault(Fault fault, double severity) {
        if (fault == Fault.STUCK_SENSOR) {
            setStuckSensor(sensors.stuck() == null ? Signal.FLOW : sensors.stuck(), severity);
        } else {
            severities.put(fault, inRange("severity", severity, 0, 1, ""));
        }
    }

    /** Makes one sensor stick at what it reads next. */
    public void setStuckSensor(Signal signal, double severity) {
        severities.put(Fault.STUCK_SENSOR, inRange("severity", severity, 0, 1, ""));
        sensors.stick(signal, severity);
    }

    /** The signal whose sensor sticks, or null. */
    public Signal stuckSensor() {
        return sensors.stuck();
    }

    /** Switches every fault off. */
    public void clearFaults() {
        for (Fault fault : Fault.values()) {
            setFault(fault, 0);
        }
    }

    private void tick() {
        ticks++;
        level.step();
        ambient.step();
        demand.step();
        shaking.step();
        for (Map.Entry<Fault, Double> fault : grown.entrySet()) {
            fault.setValue(towards(fault.getValue(), severities.get(fault.getKey()), FAULT_RATE * GRID_SECONDS));
        }
        opening = towards(opening, valveSetpoint / 100, VALVE_RATE * GRID_SECONDS);
        double clogging = grown.get(Fault.CAVITATION);
        double speed = motor.speed();
        suctionHead = Hydraulics.suctionHead(flow, level.value(), clogging);
        cavitation = Hydraulics.cavitation(flow, speed, suctionHead, clogging);
        double head = Hydraulics.pumpHead(flow, speed, cavitation);
        flow = Hydraulics.nextFlow(flow, head, suctionHead, level.value(), effectiveOpening(), GRID_SECONDS);
        motor.step(speedSetpoint, Hydraulics.shaftPower(flow, speed), grown.get(Fault.BEARING_WEAR), GRID_SECONDS);
        temperature += (bearingEquilibrium() - temperature) * GRID_SECONDS / THERMAL_LAG;
    }

    private double effectiveOpening() {
        double closed = 0.8 * StrictMath.pow(grown.get(Fault.VALVE_CLOSING), 1.8);
        return Math.min(1, opening * demand.value() * (1 - closed));
    }

    private double bearingEquilibrium() {
        double ratio = motor.speed() / Hydraulics.RATED_SPEED;
        double wear = grown.get(Fault.BEARING_WEAR);
        return ambient.value() + ratio * (14 * ratio + 8 * motor.loading() + 30 * StrictMath.pow(wear, 1.3));
    }

    private Vibration vibration(double gain) {
        return Vibration.of(
                motor.speed(),
                flow,
                cavitation,
                grown.get(Fault.BEARING_WEAR),
                grown.get(Fault.IMBALANCE),
                gain,
                shaking.value());
    }

    private double[] truth() {
        double suction = suctionHead * Hydraulics.BAR_PER_METRE;
        double head = Hydraulics.pumpHead(flow, motor.speed(), cavitation);
        double[] values = new double[Signal.values().length];
        values[Signal.SPEED.ordinal()] = motor.speed();
        values[Signal.FLOW.ordinal()] = flow;
        values[Signal.SUCTION_PRESSURE.ordinal()] = suction;
        values[Signal.DISCHARGE_PRESSURE.ordinal()] = suction + head * Hydraulics.BAR_PER_METRE;
        values[Signal.MOTOR_CURRENT.ordinal()] = motor.current();
        values[Signal.BEARING_TEMPERATURE.ordinal()] = temperature;
        values[Signal.VIBRATION_X.ordinal()] = vibration(1).rms();
        values[Signal.VIBRATION_Y.ordinal()] = vibration(Y_GAIN).rms();
        return values;
    }

    private static double towards(double value, double target, double most) {
        return value + Math.max(-most, Math.min(most, target - value));
    }

    private static double inRange(String what, double value, double from, double to, String unit) {
        if (!(value >= from && value <= to)) {
            throw new IllegalArgumentException(
                    (what + " " + value + " is not within " + from + " to " + to + " " + unit).trim());
        }
        return value;
    }
}
