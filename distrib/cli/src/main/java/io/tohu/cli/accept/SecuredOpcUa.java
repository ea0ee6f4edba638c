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

/** A server is refused until its fingerprint is trusted, and the fingerprint is told to the cloud. */
final class SecuredOpcUa implements Step {

    @Override
    public String name() {
        return "secured OPC UA: refused, then trusted";
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
        return Outcome.ok(site.field().securedOpcUa());
    }
}
