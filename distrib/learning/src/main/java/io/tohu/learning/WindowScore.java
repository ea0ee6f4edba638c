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
 * @param score {@code max(T² / T² limit, SPE / SPE limit)}
 * @param t2 Hotelling's T²
 * @param spe squared prediction error
 * @param contributions each channel's share, sum 1: of the squared residuals over the window, and of the positive terms
 *     of {@code T² = Σ x·(P Λ⁻¹ t)}, each weighed by its limit
 */
public record WindowScore(double score, double t2, double spe, double[] contributions) {}
