/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.model;

import io.tohu.evaluation.Confusion;
import io.tohu.evaluation.Judged;
import io.tohu.evaluation.nab.NabResult;
import io.tohu.evaluation.pump.PumpResult;
import io.tohu.evaluation.skab.SkabResult;
import java.io.PrintStream;
import java.util.Locale;

/** The figures as a person reads them, beside those that others published. */
final class EvaluationTables {

    private static final String ROW = "  %-38s %5.3f  %6.2f %%  %6.2f %%  %8s  %s%n";
    private static final String HEAD = "  %-38s %5s  %8s  %8s  %8s  %s%n";

    /** F1, false and missed alarm rate of SKAB's leaderboard. */
    private enum Published {
        CONV_AE("Conv-AE (published)", .78, 13.55, 28.02),
        MSET("MSET (published)", .78, 39.73, 14.13),
        T2_Q("T2+Q (published)", .76, 26.62, 24.92),
        LSTM_AE("LSTM-AE (published)", .74, 29.96, 25.92),
        T2("T2 (published)", .66, 19.21, 42.6),
        LSTM_VAE("LSTM-VAE (published)", .56, 9.13, 55.03),
        LSTM("Vanilla LSTM (published)", .54, 12.54, 59.53),
        ISOLATION_FOREST("Isolation forest (published)", .29, 2.56, 82.89);

        final String name;
        final double f1;
        final double far;
        final double mar;

        Published(String name, double f1, double far, double mar) {
            this.name = name;
            this.f1 = f1;
            this.far = far;
            this.mar = mar;
        }
    }

    private EvaluationTables() {}

    static void print(PrintStream out, SkabResult result) {
        out.println("SKAB, 34 runs, learned on the first 400 rows of each");
        out.printf(Locale.ROOT, HEAD, "", "F1", "FAR", "MAR", "balanced", "median delay, detected");
        row(out, "offline rule, looks 58 rows ahead", result.offline());
        row(out, "causal, what a gateway decides", result.causal());
        row(out, "causal, each window alone", result.plain());
        result.groups().forEach((group, judged) -> row(out, "  causal on group " + group, judged));
        for (Published other : Published.values()) {
            out.printf(Locale.ROOT, ROW, other.name, other.f1, other.far, other.mar, "", "");
        }
        result.curve().forEach((factor, judged) -> row(out, "  causal at " + factor + " times the limit", judged));
        out.println();
    }

    private static void row(PrintStream out, String name, Judged judged) {
        Confusion confusion = judged.confusion();
        out.printf(
                Locale.ROOT,
                ROW,
                name,
                confusion.f1(),
                100 * confusion.far(),
                100 * confusion.mar(),
                String.format(Locale.ROOT, "%.3f", confusion.balancedAccuracy()),
                String.format(
                        Locale.ROOT, "%.0f rows, %d of %d", judged.medianDelay(), judged.detected(), judged.runs()));
    }

    static void print(PrintStream out, NabResult result) {
        out.printf(
                Locale.ROOT,
                "NAB machine temperature: score %.1f (standard profile; 0 is silence, 100 perfect), %d of %d windows found,"
                        + " %d alarms outside them in %d rows%n%n",
                result.score(),
                result.found(),
                result.windows(),
                result.outside(),
                result.rows());
    }

    static void print(PrintStream out, PumpResult result) {
        out.println("Simulated pump under changing load, the shipped model");
        out.printf(Locale.ROOT, "  %-16s %8s  %6s  %s%n", "fault", "severity", "missed", "median delay");
        for (PumpResult.Case one : result.cases()) {
            out.printf(
                    Locale.ROOT,
                    "  %-16s %8.2f  %d of %d  %s%n",
                    one.fault(),
                    one.severity(),
                    one.missed(),
                    one.runs(),
                    Double.isNaN(one.medianDelay()) ? "-" : String.format(Locale.ROOT, "%.1f s", one.medianDelay()));
        }
        out.printf(
                Locale.ROOT,
                "  %d false alarms in %.1f healthy hours, %.1f a day%n%n",
                result.falseAlarms(),
                result.healthyDays() * 24,
                result.falseAlarmsPerDay());
    }
}
