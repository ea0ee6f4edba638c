/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.field;

import io.tohu.cli.cloud.CloudMessage;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a report of the plant's nameplate must say, whose registers have a type and an order each. */
public final class Nameplate {

    private static final Map<String, Object> CONSTANT =
            Map.of("serial", 3_210_987_654L, "name", "TOHU PUMP SKID 1", "turning", true, "inService", true);

    private Nameplate() {}

    /** What is wrong in a report, channel by channel; empty when nothing is. */
    public static String wrong(CloudMessage report) {
        Set<String> wrong = new TreeSet<>();
        CONSTANT.forEach((channel, value) -> {
            if (!value.equals(report.metrics().get(channel))) {
                wrong.add(channel + " is " + said(report, channel) + ", not " + value);
            }
        });
        if (!(report.metrics().get("lit") instanceof Boolean)) {
            wrong.add("lit is " + said(report, "lit") + ", neither true nor false");
        }
        within(report, "flow", 1, 60, wrong);
        within(report, "speed", 2000, 3000, wrong);
        within(report, "dischargePressure", 2, 12, wrong);
        double below = report.number("flow") * 100 - 10_000;
        // The channels of one report may come from two answers of a machine that moves on in between.
        if (!(Math.abs(report.number("flowBelow100") - below) < 500)) {
            wrong.add(String.format(
                    Locale.ROOT, "flowBelow100 is %s, not about %.0f", said(report, "flowBelow100"), below));
        }
        return String.join("; ", wrong);
    }

    private static void within(CloudMessage report, String channel, double low, double high, Set<String> wrong) {
        double value = report.number(channel);
        if (!(value >= low && value <= high)) {
            wrong.add(channel + " is " + said(report, channel) + ", not between " + low + " and " + high);
        }
    }

    private static String said(CloudMessage report, String channel) {
        Object value = report.metrics().get(channel);
        return value == null ? "missing (" + report.text(channel + "_error") + ")" : value.toString();
    }
}
