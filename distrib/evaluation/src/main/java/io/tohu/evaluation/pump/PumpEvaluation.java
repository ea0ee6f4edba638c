/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.evaluation.pump;

import io.tohu.learning.DynamicPca;
import io.tohu.learning.LearningException;
import io.tohu.learning.pump.PumpModel;
import io.tohu.plant.pump.Fault;
import io.tohu.plant.pump.LoadSchedule;
import io.tohu.plant.pump.PumpSkid;
import io.tohu.plant.pump.Signal;
import io.tohu.wires.internal.decision.AlarmDecision;
import io.tohu.wires.internal.decision.AlarmDecision.Change;
import io.tohu.wires.internal.decision.AlarmPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Runs the simulated pump under changing load, healthy and with each fault, past the model that is shipped for it. */
public final class PumpEvaluation {

    private static final double STEP = PumpModel.INTERVAL_MILLIS / 1000.0;
    private static final double BEFORE_SECONDS = 60;
    private static final double FAULT_SECONDS = 120;
    private static final double HEALTHY_SECONDS = 1800;
    private static final double[] SEVERITIES = {0.15, 0.3, 0.6, 1};
    private static final int SEEDS = 5;
    private static final int HEALTHY_RUNS = 16;
    /** Far from the seeds that the model was fitted on. */
    private static final long FIRST_SEED = 900_000;
    /** As the demo's detector. */
    private static final AlarmPolicy POLICY = AlarmPolicy.plain(3, 5);

    private PumpEvaluation() {}

    /** Takes some seconds: a model is fitted, then {@value #SEEDS} runs a fault and severity are simulated. */
    public static PumpResult evaluate() throws LearningException {
        DynamicPca model = PumpModel.fit(PumpModel.SEED);
        List<PumpResult.Case> cases = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            for (double severity : SEVERITIES) {
                double[] delays = LongStream.range(0, SEEDS)
                        .parallel()
                        .mapToDouble(seed -> delay(model, FIRST_SEED + seed, fault, severity))
                        .toArray();
                cases.add(PumpResult.Case.of(fault.faultName(), severity, delays));
            }
        }
        int falseAlarms = LongStream.range(0, HEALTHY_RUNS)
                .parallel()
                .mapToInt(seed -> alarms(model, FIRST_SEED + 100 + seed))
                .sum();
        return new PumpResult(cases, falseAlarms, HEALTHY_RUNS * HEALTHY_SECONDS / 86_400);
    }

    /** Seconds from the fault to the alarm; NaN when none is raised. */
    private static double delay(DynamicPca model, long seed, Fault fault, double severity) {
        Watch watch = new Watch(model, seed);
        watch.run(BEFORE_SECONDS);
        double begin = watch.skid.time();
        if (fault == Fault.STUCK_SENSOR) {
            watch.skid.setStuckSensor(Signal.values()[(int) (seed % Signal.values().length)], severity);
        } else {
            watch.skid.setFault(fault, severity);
        }
        watch.raisedAt.clear();
        watch.run(FAULT_SECONDS);
        return watch.raisedAt.isEmpty() ? Double.NaN : watch.raisedAt.get(0) - begin;
    }

    private static int alarms(DynamicPca model, long seed) {
        Watch watch = new Watch(model, seed);
        watch.run(HEALTHY_SECONDS);
        return watch.raisedAt.size();
    }

    /** A skid, the windows of its readings and the detector that hears them. */
    private static final class Watch {

        final PumpSkid skid;
        final List<Double> raisedAt = new ArrayList<>();
        private final DynamicPca model;
        private final LoadSchedule load;
        private final AlarmDecision decision = new AlarmDecision(POLICY, false, 0);
        private final double[][] rows = new double[PumpModel.SAMPLES][];
        private int filled;

        Watch(DynamicPca model, long seed) {
            this.model = model;
            skid = new PumpSkid(seed);
            load = new LoadSchedule(seed);
        }

        void run(double seconds) {
            for (int step = (int) Math.rint(seconds / STEP); step > 0; step--) {
                load.drive(skid);
                skid.step(STEP);
                add(skid.sample().values());
            }
        }

        private void add(double[] row) {
            rows[filled++] = row;
            if (filled < rows.length) {
                return;
            }
            if (decision.next(model.score(rows, 0).score(), model.limit(), (long) (1000 * skid.time()))
                    == Change.RAISED) {
                raisedAt.add(skid.time());
            }
            System.arraycopy(rows, PumpModel.STRIDE, rows, 0, rows.length - PumpModel.STRIDE);
            filled -= PumpModel.STRIDE;
        }
    }
}
