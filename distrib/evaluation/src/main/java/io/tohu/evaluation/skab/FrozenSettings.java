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

import io.tohu.wires.internal.decision.AlarmPolicy;

/**
 * The settings that the judged rows are met with: the best of {@link SettingsSearch} on {@link DevelopmentRuns}, which hold
 * none of them.
 */
final class FrozenSettings {

    static final Settings CAUSAL =
            new Settings(10, 0.65, 0.1, 4, AlarmPolicy.plain(1, 1).following(0.05, 0.85));

    private FrozenSettings() {}
}
