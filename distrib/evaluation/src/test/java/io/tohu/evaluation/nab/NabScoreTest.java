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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tohu.evaluation.nab.NabScore.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

class NabScoreTest {

    private static final List<Window> WINDOWS = List.of(new Window(100, 199), new Window(400, 499));

    @Test
    void silenceScoresNothingAndAPerfectDetectorAHundred() {
        assertThat(NabScore.of(List.of(), WINDOWS)).isZero();
        assertThat(NabScore.of(List.of(100, 400), WINDOWS)).isEqualTo(100, within(1e-9));
    }

    @Test
    void anEarlierDetectionEarnsMore() {
        double early = NabScore.of(List.of(110, 400), WINDOWS);
        double late = NabScore.of(List.of(190, 400), WINDOWS);

        assertThat(early).isBetween(99.0, 100.0);
        // A tenth of the window is left: (2 / (1 + e^-0.5) - 1) / 0.98661 = 0.2482.
        assertThat(late).isEqualTo(100 * (0.2482 + 1 + 2) / 4, within(0.1));
    }

    @Test
    void onlyTheFirstDetectionInAWindowCounts() {
        assertThat(NabScore.of(List.of(100, 150, 400), WINDOWS)).isEqualTo(100, within(1e-9));
    }

    @Test
    void aDetectionOutsideCostsMoreTheFartherItIsBehindAWindow() {
        double just = NabScore.of(List.of(100, 205, 400), WINDOWS);
        double far = NabScore.of(List.of(100, 390, 400), WINDOWS);

        assertThat(just).isGreaterThan(far).isLessThan(100);
        // Nearly the whole 0.11 of four points between silence and perfection.
        assertThat(far).isEqualTo(100 - 100 * 0.11 / 4, within(0.1));
    }

    @Test
    void aDetectionBeforeTheFirstWindowCostsAll() {
        assertThat(NabScore.of(List.of(5, 100, 400), WINDOWS)).isEqualTo(100 - 100 * 0.11 / 4, within(1e-9));
    }
}
