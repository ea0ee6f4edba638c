/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tohu.wires.internal.decision.AlarmDecision.Change;
import org.junit.jupiter.api.Test;

class ScoreFollowerTest {

    private static final double LIMIT = 4;

    @Test
    void aSingleWildWindowRaisesNoSmoothedAlarm() {
        AlarmDecision decision = following(1, 0.2, 0);

        assertThat(decide(decision, 1, 1, 30, 1, 1)).containsOnly(Change.NONE);
        assertThat(decide(decision, 40, 40, 40)).contains(Change.RAISED);
    }

    @Test
    void aMachineThatSettlesAboveTheLimitIsNoLongerInAlarm() {
        AlarmDecision decision = following(2, 1, 0.5);
        decide(decision, 400, 400, 400);

        // Root of score over limit: 10 in the alarm, 2 after it.
        assertThat(decide(decision, 16, 16)).containsExactly(Change.NONE, Change.CLEARED);
        assertThat(decide(decision, 16, 20, 16)).containsOnly(Change.NONE);
    }

    @Test
    void aNewFaultIsRaisedAfterAnIncompleteRecovery() {
        AlarmDecision decision = following(1, 1, 0.5);
        decide(decision, 400, 400, 16);
        assertThat(decision.alarm()).isFalse();

        assertThat(decision.next(64, LIMIT, 0)).isEqualTo(Change.RAISED);
    }

    @Test
    void beingBelowTheLimitOnceMakesTheLimitCountAgain() {
        AlarmDecision decision = following(1, 1, 0.5);
        decide(decision, 400, 16, 1);

        assertThat(decision.next(5, LIMIT, 0)).isEqualTo(Change.RAISED);
    }

    @Test
    void withoutRecoveryAnAlarmLastsUntilTheLimit() {
        AlarmDecision decision = following(1, 1, 0);

        assertThat(decide(decision, 400, 5, 5, 5))
                .containsExactly(Change.RAISED, Change.NONE, Change.NONE, Change.NONE);
    }

    @Test
    void aLimitThatNoDistanceCanBeTakenToIsRefusedInsteadOfNeverAlarming() {
        assertThatThrownBy(() -> following(1, 0.2, 0).next(5, -1, 0)).hasMessageContaining("the limit is -1.0");
    }

    @Test
    void impossiblePoliciesAreRefusedByName() {
        AlarmPolicy plain = AlarmPolicy.plain(1, 1);

        assertThatThrownBy(() -> plain.following(0, 0)).hasMessageContaining("smoothing");
        assertThatThrownBy(() -> plain.following(1, 1)).hasMessageContaining("recovery");
        assertThatThrownBy(() -> AlarmPolicy.plain(1, 0)).hasMessageContaining("at least one window");
    }

    private static AlarmDecision following(int clearWindows, double smoothing, double recovery) {
        return new AlarmDecision(AlarmPolicy.plain(1, clearWindows).following(smoothing, recovery), false, 0);
    }

    private static Change[] decide(AlarmDecision decision, double... scores) {
        Change[] changes = new Change[scores.length];
        for (int i = 0; i < scores.length; i++) {
            changes[i] = decision.next(scores[i], LIMIT, 0);
        }
        return changes;
    }
}
