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

import static io.tohu.wires.internal.decision.AlarmDecision.Change.CLEARED;
import static io.tohu.wires.internal.decision.AlarmDecision.Change.NONE;
import static io.tohu.wires.internal.decision.AlarmDecision.Change.RAISED;
import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.wires.internal.decision.AlarmDecision.Change;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlarmDecisionTest {

    private static List<Change> changes(AlarmDecision decision, boolean... above) {
        Stream.Builder<Change> changes = Stream.builder();
        for (boolean a : above) {
            changes.add(decision.next(a ? 2 : 0, 1, 0));
        }
        return changes.build().toList();
    }

    private static AlarmDecision decision(int raise, int clear, boolean alarm) {
        return new AlarmDecision(AlarmPolicy.plain(raise, clear), alarm, 0);
    }

    @Test
    void anAlarmNeedsEnoughWindowsInARow() {
        assertThat(changes(decision(3, 1, false), true, true, false, true, true, true))
                .containsExactly(NONE, NONE, NONE, NONE, NONE, RAISED);
    }

    @Test
    void aRaisedAlarmIsNotRaisedAgain() {
        assertThat(changes(decision(1, 2, false), true, true, true)).containsExactly(RAISED, NONE, NONE);
    }

    @Test
    void anAlarmClearsOnlyAfterEnoughQuietWindowsInARow() {
        assertThat(changes(decision(1, 2, true), false, true, false, false)).containsExactly(NONE, NONE, NONE, CLEARED);
    }

    @Test
    void aShortBurstOfWindowsIsNoAlarmWhenItMustLast() {
        AlarmDecision decision = new AlarmDecision(new AlarmPolicy(1, 1, 0, 1000, 0, 1, 0), false, 0);

        assertThat(decision.next(2, 1, 5000)).isEqualTo(NONE);
        assertThat(decision.next(2, 1, 5999)).isEqualTo(NONE);
        assertThat(decision.next(2, 1, 6000)).isEqualTo(RAISED);
    }

    @Test
    void afterAnEndNoAlarmIsRaisedUntilTheHoldOffIsOver() {
        AlarmDecision decision = new AlarmDecision(new AlarmPolicy(1, 1, 0, 0, 1000, 1, 0), true, 0);
        assertThat(decision.next(0, 1, 5000)).isEqualTo(CLEARED);

        assertThat(decision.next(2, 1, 5500)).isEqualTo(NONE);
        assertThat(decision.next(2, 1, 6000)).isEqualTo(RAISED);
    }
}
