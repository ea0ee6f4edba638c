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

import io.tohu.cli.cloud.Components;
import java.io.IOException;
import java.util.Set;

/**
 * Every configuration reads back as it was given, while the drivers are attached: a gateway checks an asset against
 * the fields of its driver only then, and leaves one with a value of another type out of its snapshots.
 */
final class ConfigurationReadsBack implements Step {

    @Override
    public String name() {
        return "configuration reads back";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Wires.APP, Components.APP);
    }

    @Override
    public Set<Class<? extends Step>> after() {
        return Set.of(DataArrives.class);
    }

    @Override
    public Outcome run(Site site) throws IOException, InterruptedException {
        String difference = GraphCreated.difference(site, site.wires().graph());
        return Outcome.of(
                difference.isEmpty(),
                difference.isEmpty() ? site.line().wired().size() + " components as given" : difference);
    }
}
