/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeGridTest {

    private final List<String> rows = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private TimeGrid grid(MissingPolicy policy, int gap, long lateness) {
        return new TimeGrid(List.of("a", "b"), 100, lateness, policy, gap, 5, new TimeGrid.GridSink() {
            @Override
            public void row(float[] values, long time, int held, int interpolated) {
                rows.add(time + " " + Arrays.toString(values) + " " + held + " " + interpolated);
            }

            @Override
            public void fault(String reason) {
                faults.add(reason);
            }
        });
    }

    private static List<Reading> a(long time, double value) {
        return Arrays.asList(Reading.of(value, time, true), null);
    }

    private static List<Reading> b(long time, double value) {
        return Arrays.asList(null, Reading.of(value, time, true));
    }

    @Test
    void assetsThatAreReadAtOtherTimesAreJoinedByTime() {
        TimeGrid grid = grid(MissingPolicy.HOLD, 0, 1000);
        grid.add(a(95, 1));
        grid.add(b(40, 10));
        grid.add(b(140, 11));
        grid.add(a(195, 2));
        grid.add(b(240, 12));
        grid.add(a(295, 3));

        assertThat(rows).containsExactly("100 [1.0, 10.0] 0 0", "200 [2.0, 11.0] 0 0");
        assertThat(faults).isEmpty();
    }

    @Test
    void aStraightLineBridgesAGapUpToItsLimit() {
        TimeGrid grid = grid(MissingPolicy.INTERPOLATE, 2, 1000);
        for (int time = 100; time <= 400; time += 100) {
            grid.add(b(time, 0));
        }
        grid.add(a(100, 1));
        grid.add(a(400, 4));

        assertThat(rows)
                .containsExactly(
                        "100 [1.0, 0.0] 0 0", "200 [2.0, 0.0] 0 1", "300 [3.0, 0.0] 0 1", "400 [4.0, 0.0] 0 0");
    }

    @Test
    void aSilentChannelIsHeldForItsLimitAndThenNamed() {
        TimeGrid grid = grid(MissingPolicy.HOLD, 1, 100);
        grid.add(b(100, 7));
        for (int time = 100; time <= 500; time += 100) {
            grid.add(a(time, time));
        }

        assertThat(rows).containsExactly("100 [100.0, 7.0] 0 0", "200 [200.0, 7.0] 1 0");
        assertThat(faults)
                .allMatch(fault -> fault.startsWith("channel b has no value: it was not heard"))
                .hasSize(2);
    }

    @Test
    void withoutHoldingARowWithoutAValueIsNone() {
        TimeGrid grid = grid(MissingPolicy.SKIP, 3, 100);
        grid.add(b(100, 7));
        for (int time = 100; time <= 300; time += 100) {
            grid.add(a(time, time));
        }

        assertThat(rows).containsExactly("100 [100.0, 7.0] 0 0");
        assertThat(faults).hasSize(1);
    }

    @Test
    void readingsOutOfOrderTakeTheirPlaceWhileTheirTickIsOpenAndAreDroppedAfterIt() {
        TimeGrid grid = grid(MissingPolicy.INTERPOLATE, 5, 1000);
        grid.add(a(100, 1));
        grid.add(a(300, 3));
        grid.add(a(200, 9));
        grid.add(a(200, 2));
        grid.add(b(100, 0));
        grid.add(b(300, 0));
        assertThat(rows).containsExactly("100 [1.0, 0.0] 0 0", "200 [9.0, 0.0] 0 1", "300 [3.0, 0.0] 0 0");

        grid.add(a(150, 5));
        assertThat(grid.takeDropped())
                .as("one that came twice and one too late")
                .isEqualTo(2);
    }

    @Test
    void aFailedReadingIsHeldOverAndNamedWithItsReasonWhenItLasts() {
        TimeGrid grid = grid(MissingPolicy.HOLD, 1, 100);
        grid.add(Arrays.asList(Reading.of(1, 100, true), Reading.of(1, 100, true)));
        for (int time = 200; time <= 300; time += 100) {
            grid.add(Arrays.asList(Reading.failed("Bad_SensorFailure", time, true), Reading.of(1, time, true)));
        }

        assertThat(rows).containsExactly("100 [1.0, 1.0] 0 0", "200 [1.0, 1.0] 1 0");
        assertThat(faults).containsExactly("channel a has no value: Bad_SensorFailure");
    }

    @Test
    void aClockThatJumpsAheadDoesNotMakeARowForEachTickBetween() {
        TimeGrid grid = grid(MissingPolicy.HOLD, 1, 100);
        grid.add(Arrays.asList(Reading.of(1, 100, true), Reading.of(1, 100, true)));
        long later = 100_000_000_000L;
        grid.add(Arrays.asList(Reading.of(2, later, true), Reading.of(2, later, true)));

        assertThat(rows).containsExactly("100 [1.0, 1.0] 0 0", later + " [2.0, 2.0] 0 0");
        assertThat(faults).hasSize(1).first().asString().contains("windows begin anew");
    }

    @Test
    void aClockThatIsSetBackIsFollowedAfterAWhile() {
        TimeGrid grid = grid(MissingPolicy.HOLD, 1, 100);
        grid.add(Arrays.asList(Reading.of(1, 100_000, true), Reading.of(1, 100_000, true)));
        for (int time = 100; time <= 900; time += 100) {
            grid.add(Arrays.asList(Reading.of(2, time, true), Reading.of(2, time, true)));
        }

        assertThat(faults).containsExactly("the source times went back; windows begin anew");
        assertThat(rows).last().asString().startsWith("900 [2.0, 2.0]");
    }
}
