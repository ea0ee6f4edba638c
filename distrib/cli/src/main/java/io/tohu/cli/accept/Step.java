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

/** One thing that a gateway is to show. */
interface Step {

    String name();

    /** Applications of Kura's cloud interface that the step asks; without one of them it is skipped. */
    default Set<String> needs() {
        return Set.of();
    }

    /** Steps that must have gone well before, or this one has nothing to stand on. */
    default Set<Class<? extends Step>> after() {
        return Set.of();
    }

    /**
     * Looks.
     *
     * @throws IOException when the gateway, the broker or the plant did not do as asked: the step has failed
     */
    Outcome run(Site site) throws IOException, InterruptedException;
}
