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
 * How a version in shadow compares with the active one on the same windows.
 *
 * @param active version that decides
 * @param shadow version that is tried
 * @param windows windows that both have scored
 * @param wanted windows after which the trial is judged
 * @param dropped windows that the shadow left out, for it was behind
 * @param errors windows that the shadow could not score
 * @param agreement share of the windows on which both decide alike, each by its own limit; 0 to 1
 * @param shift how far the shadow's median score lies from the active version's, both in parts of their limits
 * @param activeP95Nanos duration of a call that 95 % of the active version's stay within
 * @param shadowP95Nanos the same of the shadow
 * @param verdict why it would not be promoted now, in a sentence; empty when it would
 */
public record ShadowReport(
        String active,
        String shadow,
        long windows,
        long wanted,
        long dropped,
        long errors,
        double agreement,
        double shift,
        long activeP95Nanos,
        long shadowP95Nanos,
        String verdict) {}
