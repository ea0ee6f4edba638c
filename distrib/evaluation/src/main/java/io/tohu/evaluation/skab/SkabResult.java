/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.evaluation.skab;

import io.tohu.evaluation.Judged;
import java.util.Map;

/**
 * What was found on SKAB.
 *
 * @param offline by the published rule, which looks 58 rows ahead
 * @param causal by the gateway's rule
 * @param plain by the gateway's model without smoothing and recovery
 * @param groups the gateway's rule on each group of runs
 * @param curve the gateway's rule by multiple of the limit
 */
public record SkabResult(
        Judged offline, Judged causal, Judged plain, Map<String, Judged> groups, Map<Double, Judged> curve) {}
