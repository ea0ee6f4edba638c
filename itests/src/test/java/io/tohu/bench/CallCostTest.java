/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallCostTest {

    private byte[] kept;

    @Test
    void allocationIsCountedPerCall() throws Exception {
        CallCost cost = CallCost.measure(1000, () -> kept = new byte[10_000]);
        assertThat(cost.bytes()).isBetween(10_000.0, 11_000.0);
        assertThat(kept).hasSize(10_000);
        assertThat(cost.p99Micros()).isGreaterThanOrEqualTo(cost.p50Micros());
    }
}
