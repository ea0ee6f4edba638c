/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/** SKAB, a water-circulation rig with 34 labelled runs, under the protocol of its leaderboard. */
package io.tohu.evaluation.skab;
