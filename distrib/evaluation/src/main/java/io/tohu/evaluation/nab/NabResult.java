/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.evaluation.nab;

/**
 * How alarms met the labelled windows.
 *
 * @param score the benchmark's, standard profile: 0 for silence, 100 for a perfect detector
 * @param windows labelled anomalies
 * @param found windows in which an alarm was raised
 * @param outside alarms raised outside any window
 * @param rows rows that were judged
 */
public record NabResult(double score, int windows, int found, int outside, int rows) {}
