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

import java.io.IOException;
import java.util.Set;

/** Both servers of the plant die and come back, and the gateway reads on by itself. */
final class ServersKilled implements Step {

    private static final long MILLIS = 60_000;
    private static final int RESULTS = 6;

    @Override
    public String name() {
        return "servers killed and back";
    }

    @Override
    public Set<Class<? extends Step>> after() {
        return Set.of(DataArrives.class);
    }

    @Override
    public Outcome run(Site site) throws IOException, InterruptedException {
        String told = site.field().serversKilledAndBack(site.power());
        return Outcome.of(
                site.results().await(System.currentTimeMillis(), RESULTS, DataArrives::scored, MILLIS),
                told + "; results as before");
    }
}
