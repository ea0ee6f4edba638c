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

import java.util.Set;

/** A healthy machine raises no alarm. */
final class HealthyIsQuiet implements Step {

    private final long millis;

    /**
     * @param millis how long to look
     */
    HealthyIsQuiet(long millis) {
        this.millis = millis;
    }

    @Override
    public String name() {
        return "no alarm while healthy";
    }

    @Override
    public Set<Class<? extends Step>> after() {
        return Set.of(DataArrives.class);
    }

    @Override
    public Outcome run(Site site) throws InterruptedException {
        long begin = System.currentTimeMillis();
        boolean alarm = site.alarms().await(begin, 1, m -> true, millis);
        return Outcome.of(
                !alarm,
                alarm
                        ? "alarm by " + site.alarms().since(begin).get(0).text("contributors")
                        : site.results().since(begin).size() + " results in " + millis / 1000 + " s");
    }
}
