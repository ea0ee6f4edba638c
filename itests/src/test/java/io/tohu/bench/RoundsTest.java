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

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void valueAndReferenceTakeTurnsAtBeingFirst() throws Exception {
        List<String> order = new ArrayList<>();
        Rounds.interleave(0, 2, () -> order.add("value"), () -> order.add("reference"));
        assertThat(order).containsExactly("value", "reference", "reference", "value");
    }

    @Test
    void warmUpsDoNotCount() throws Exception {
        double[] next = {0};
        Rounds<Double> rounds = Rounds.interleave(3, 2, () -> ++next[0], () -> -1.0);
        assertThat(rounds.values()).containsExactly(4.0, 5.0);
        assertThat(rounds.references()).hasSize(2);
    }

    @Test
    void oneDisturbedRoundDoesNotMoveTheFigure() {
        Rounds<Double> rounds = new Rounds<>(List.of(2.0, 2.0, 500.0), List.of(1.0, 90.0, 1.0));
        Row row = rounds.row("latency", "us", Double::doubleValue);
        assertThat(row.value()).isEqualTo(2);
        assertThat(row.reference()).isEqualTo(1);
        assertThat(row.ratio()).isEqualTo(2);
    }
}
