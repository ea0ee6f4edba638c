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

import io.tohu.cli.cloud.ComponentSpec;
import io.tohu.cli.cloud.Components;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Changed configurations take effect while data flows, and the stream of results goes on. */
final class ChangesUnderLoad implements Step {

    private static final double LIMIT = 1e6;
    private static final int STRIDE = 10;
    private static final long MILLIS = 30_000;
    private static final long LONGEST_GAP_MILLIS = 8_000;

    private final long rateMillis;

    /**
     * @param rateMillis how long to count results for their rate
     */
    ChangesUnderLoad(long rateMillis) {
        this.rateMillis = rateMillis;
    }

    @Override
    public String name() {
        return "configuration changes under load";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Components.APP);
    }

    @Override
    public Set<Class<? extends Step>> after() {
        return Set.of(DataArrives.class);
    }

    @Override
    public Outcome run(Site site) throws IOException, InterruptedException {
        long begin = System.currentTimeMillis();
        Object limit = spec(site, PumpLine.DETECTOR).properties().get("limit");
        Object stride = spec(site, PumpLine.WINDOW).properties().get("stride");
        site.components().update(PumpLine.DETECTOR, Map.of("limit", LIMIT));
        if (!site.results().await(begin, 3, m -> m.number("limit") == LIMIT, MILLIS)) {
            return Outcome.failed("the detector's new limit " + LIMIT + " is in no result");
        }
        site.components().update(PumpLine.DETECTOR, Map.of("limit", limit));
        long back = System.currentTimeMillis();
        if (!site.results().await(back, 3, m -> m.number("limit") < LIMIT, MILLIS)) {
            return Outcome.failed("the detector's limit did not come back");
        }
        double before = rate(site);
        site.components().update(PumpLine.WINDOW, Map.of("stride", STRIDE));
        site.results().await(System.currentTimeMillis(), 2, m -> true, MILLIS);
        double after = rate(site);
        site.components().update(PumpLine.WINDOW, Map.of("stride", stride));
        site.results().await(System.currentTimeMillis(), 2, m -> true, MILLIS);
        long gap = site.results().longestGap(begin, System.currentTimeMillis());
        String detail = String.format(
                Locale.ROOT,
                "limit %.0f and back; stride %s to %d: %.2f to %.2f results a second; longest gap %.1f s",
                LIMIT,
                stride,
                STRIDE,
                before,
                after,
                gap / 1e3);
        return Outcome.of(after < before * 0.75 && after > before * 0.3 && gap <= LONGEST_GAP_MILLIS, detail);
    }

    private static ComponentSpec spec(Site site, String pid) {
        return site.line().wired().stream()
                .filter(s -> s.pid().equals(pid))
                .findFirst()
                .orElseThrow();
    }

    /** Results a second over a while from now. */
    private double rate(Site site) throws InterruptedException {
        long begin = System.currentTimeMillis();
        site.results().await(begin, Integer.MAX_VALUE, m -> true, rateMillis);
        return site.results().since(begin).size() * 1e3 / rateMillis;
    }
}
