/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.learning;

/**
 * What a model says of one window.
 *
 * @param score largest of T² and SPE over their limits, and of each channel's least healthy variance over its own
 * @param t2 Hotelling's T²
 * @param spe squared prediction error
 * @param contributions each channel's share, sum 1: of the squared residuals over the window, and of the positive terms
 *     of {@code T² = Σ x·(P Λ⁻¹ t)}, each over its limit, and of what a channel moves too little
 */
public record WindowScore(double score, double t2, double spe, double[] contributions) {}
