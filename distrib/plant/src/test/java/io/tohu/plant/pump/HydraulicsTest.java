/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.pump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HydraulicsTest {

    @Test
    void headGrowsWithTheSquareOfSpeedAtTheSameShareOfFlow() {
        double half = Hydraulics.pumpHead(25, Hydraulics.RATED_SPEED / 2, 0);
        double full = Hydraulics.pumpHead(50, Hydraulics.RATED_SPEED, 0);
        assertThat(full).isCloseTo(4 * half, within(1e-9));
    }

    @Test
    void powerGrowsWithTheCubeOfSpeedAtTheSameShareOfFlow() {
        double half = Hydraulics.shaftPower(25, Hydraulics.RATED_SPEED / 2);
        double full = Hydraulics.shaftPower(50, Hydraulics.RATED_SPEED);
        assertThat(full).isCloseTo(8 * half, within(1e-9));
    }

    @Test
    void flowComesToRestWherePumpAndSystemCurvesMeet() {
        double flow = 10;
        for (int i = 0; i < 1000; i++) {
            double suction = Hydraulics.suctionHead(flow, 2, 0);
            flow = Hydraulics.nextFlow(flow, Hydraulics.pumpHead(flow, 2900, 0), suction, 2, 0.7, 0.02);
        }
        double losses = 2 - Hydraulics.suctionHead(flow, 2, 0);
        assertThat(Hydraulics.pumpHead(flow, 2900, 0))
                .isCloseTo(Hydraulics.systemHead(flow, 0.7) + losses, within(1e-6));
    }

    @Test
    void theCheckValveKeepsWaterFromRunningBackThroughAStoppedPump() {
        assertThat(Hydraulics.nextFlow(0, Hydraulics.pumpHead(0, 0, 0), 2, 2, 0.7, 0.02))
                .isZero();
    }

    @Test
    void cavitationIsAbsentWithACleanStrainerAndGrowsAsItClogs() {
        double clean = Hydraulics.cavitation(50, 2900, Hydraulics.suctionHead(50, 2, 0), 0);
        double half = Hydraulics.cavitation(50, 2900, Hydraulics.suctionHead(50, 2, 0.3), 0.3);
        double full = Hydraulics.cavitation(50, 2900, Hydraulics.suctionHead(50, 2, 1), 1);
        assertThat(clean).isZero();
        assertThat(half).isPositive();
        assertThat(full).isGreaterThan(half).isLessThanOrEqualTo(1);
    }
}
