/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.accept;

import io.tohu.cli.cloud.CloudMessage;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** A fault of the machine reaches the cloud as an alarm and lights the lamp on the machine; its end takes both back. */
final class FaultAlarms implements Step {

    private static final String FAULT = "valve-closing";
    private static final double SEVERITY = 0.6;
    private static final long MILLIS = 60_000;

    @Override
    public String name() {
        return "fault: alarm and lamp, and both back";
    }

    @Override
    public Set<Class<? extends Step>> after() {
        return Set.of(DataArrives.class);
    }

    @Override
    public Outcome run(Site site) throws IOException, InterruptedException {
        long begin = System.currentTimeMillis();
        site.plant().fault(FAULT, SEVERITY);
        try {
            if (!site.alarms().await(begin, 1, m -> event(m, "RAISED"), MILLIS)) {
                return Outcome.failed("no alarm within " + MILLIS / 1000 + " s after a valve began to close");
            }
            CloudMessage alarm = site.alarms().since(begin).stream()
                    .filter(m -> event(m, "RAISED"))
                    .findFirst()
                    .orElseThrow();
            if (!lamp(site, true)) {
                return Outcome.failed("the alarm came, but the lamp on the machine stayed dark");
            }
            long repaired = System.currentTimeMillis();
            site.plant().clearFaults();
            if (!site.alarms().await(repaired, 1, m -> event(m, "CLEARED"), MILLIS)) {
                return Outcome.failed("the alarm did not end within " + MILLIS / 1000 + " s after the repair");
            }
            return Outcome.of(
                    lamp(site, false),
                    String.format(
                            Locale.ROOT,
                            "alarm %.1f s after the fault began, score %.1f of %.1f, by %s; lamp %s",
                            (alarm.receivedAt() - begin) / 1e3,
                            alarm.number("score"),
                            alarm.number("limit"),
                            alarm.text("contributors"),
                            site.plant().status().alarm().lit() ? "still lit after the repair" : "lit and dark again"));
        } finally {
            site.plant().clearFaults();
        }
    }

    private static boolean event(CloudMessage message, String event) {
        return event.equals(message.text("event"));
    }

    private static boolean lamp(Site site, boolean lit) throws IOException, InterruptedException {
        return Await.until(() -> site.plant().status().alarm().lit() == lit ? "" : "lamp", 10_000)
                .isEmpty();
    }
}
