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

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchOutputTest {

    private static JsonObject json(Row row) {
        String text = BenchJson.text("pipeline", "a machine", List.of(row));
        return JsonParser.parseString(text)
                .getAsJsonObject()
                .getAsJsonArray("rows")
                .get(0)
                .getAsJsonObject();
    }

    @Test
    void aRowSaysItsFigureItsReferenceAndWhetherItsGoalIsMet() {
        JsonObject row = json(Row.of("write-back, p95", "ms", 42, 21).withGoal(Goal.atMost(70)));
        assertThat(row.get("metric").getAsString()).isEqualTo("write-back, p95");
        assertThat(row.get("unit").getAsString()).isEqualTo("ms");
        assertThat(row.get("value").getAsDouble()).isEqualTo(42);
        assertThat(row.get("reference").getAsDouble()).isEqualTo(21);
        assertThat(row.get("ratio").getAsDouble()).isEqualTo(2);
        assertThat(row.get("goal").getAsString()).isEqualTo("<= 70");
        assertThat(row.get("met").getAsBoolean()).isTrue();
    }

    @Test
    void aMissedGoalIsNotHidden() {
        Row row = Row.of("rate", "values/s", 10).withGoal(Goal.atLeast(11));
        assertThat(json(row).get("met").getAsBoolean()).isFalse();
        assertThat(BenchTable.of(List.of(row))).contains(">= 11  NO");
    }

    @Test
    void aFigureWithoutReferenceHasNoRatioAndNoGoalUnlessItWasGivenOne() {
        JsonObject row = json(Row.of("boot", "s", 3));
        assertThat(row.get("reference").isJsonNull()).isTrue();
        assertThat(row.get("ratio").isJsonNull()).isTrue();
        assertThat(row.has("goal")).isFalse();
        assertThat(row.has("met")).isFalse();
    }

    @Test
    void whatCouldNotBeMeasuredIsNullWithTheReason() {
        Row row = Row.unknown("boot", "the gateway did not start").withGoal(Goal.atMost(15));
        assertThat(json(row).get("value").isJsonNull()).isTrue();
        assertThat(json(row).get("met").isJsonNull()).isTrue();
        assertThat(json(row).get("reason").getAsString()).isEqualTo("the gateway did not start");
        assertThat(BenchTable.of(List.of(row))).contains("? the gateway did not start");
    }

    @Test
    void aMissThatTheMachineExplainsIsNeitherMetNorMissed() {
        Row row = Row.of("p95", "ms", 90, 80).withGoal(Goal.atMost(70)).undecided("the machine is too busy");
        assertThat(json(row).get("value").getAsDouble()).isEqualTo(90);
        assertThat(json(row).get("met").isJsonNull()).isTrue();
        assertThat(json(row).get("reason").getAsString()).isEqualTo("the machine is too busy");
    }

    @Test
    void theColumnsOfTheTableStandUnderEachOther() {
        String[] lines = BenchTable.of(List.of(Row.of("short", "us", 1.5, 1), Row.of("a longer name", "bytes", 12345)))
                .split("\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[1].indexOf("us")).isEqualTo(lines[2].indexOf("bytes"));
        assertThat(lines[2]).contains("12,345");
    }
}
