/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference;

/**
 * What is counted of the active version of a model, and of its name since the start of the gateway.
 *
 * @param version the active version
 * @param calls successful calls
 * @param failures calls that failed
 * @param p50Nanos duration of a call that half of them stay within
 * @param p95Nanos the same for 95 %
 * @param p99Nanos the same for 99 %
 * @param memoryBytes memory that the model took when it was loaded, at least the size of its graph
 * @param refused versions of this name that were refused
 * @param swaps how often another version became active
 * @param rollbacks how often the former version was taken back
 */
public record ModelMetrics(
        String version,
        long calls,
        long failures,
        long p50Nanos,
        long p95Nanos,
        long p99Nanos,
        long memoryBytes,
        long refused,
        long swaps,
        long rollbacks) {}
