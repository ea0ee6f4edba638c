/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference.internal;

import java.util.List;
import java.util.Optional;

/**
 * What a card asks of the engine and the gateway; what it leaves open is decided by the engine's form.
 *
 * @param threads threads of one call, 0 when open
 * @param optimization how far the graph may be rewritten
 * @param provider execution provider
 * @param latencyMillis duration that 95 % of the calls must stay within, 0 when open
 * @param missingValues whether the graph takes NaN for a value that is missing
 * @param engineMinimum lowest version of ONNX Runtime
 * @param platforms platforms that it was made for, such as {@code linux-aarch64}; empty for all
 */
record Demands(
        int threads,
        Optional<String> optimization,
        Optional<String> provider,
        double latencyMillis,
        boolean missingValues,
        Optional<String> engineMinimum,
        List<String> platforms) {

    static final Demands NONE =
            new Demands(0, Optional.empty(), Optional.empty(), 0, false, Optional.empty(), List.of());
}
