/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.inference.Score.Contribution;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContributorsTest {

    private static final List<Contribution> SHARES = List.of(
            new Contribution("a", 0.049),
            new Contribution("b", 0.7),
            new Contribution("c", 0.25),
            new Contribution("d", 0));

    @Test
    void theLargestSharesComeFirst() {
        assertThat(Contributors.largest(SHARES, 3)).isEqualTo("b=0.70,c=0.25,a=0.05");
    }

    @Test
    void noMoreAreNamedThanThereAre() {
        assertThat(Contributors.largest(SHARES, 9)).isEqualTo("b=0.70,c=0.25,a=0.05,d=0.00");
        assertThat(Contributors.largest(SHARES, 0)).isEmpty();
        assertThat(Contributors.largest(List.of(new Contribution("all", 1)), 1)).isEqualTo("all=1.00");
    }

    @Test
    void aShareBelowZeroHasItsSignInFront() {
        List<Contribution> shares = List.of(new Contribution("a", -0.05), new Contribution("b", -1.25));
        assertThat(Contributors.largest(shares, 2)).isEqualTo("a=-0.05,b=-1.25");
    }
}
