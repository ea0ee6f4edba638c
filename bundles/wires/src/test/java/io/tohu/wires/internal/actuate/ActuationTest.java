/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tohu.wires.internal.Defaults;
import io.tohu.wires.internal.actuate.Actuation.Audit;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.Test;

class ActuationTest {

    private static Actuation actuation(Map<String, Object> form) {
        Map<String, Object> filled = new HashMap<>(Map.of("dry_run", false));
        filled.putAll(form);
        return new Actuation(Defaults.form(ActuateConfig.class, filled));
    }

    @Test
    void aDecisionIsWrittenOnceAndInTheExactTypeOfTheChannel() {
        Actuation actuation = actuation(Map.of("value_type", "INTEGER", "value_on", "1", "value_off", "0"));
        actuation.decided(true);

        assertThat(actuation.next(0)).contains(new Audit("WRITTEN", TypedValues.newIntegerValue(1), ""));
        actuation.decided(true);
        assertThat(actuation.next(5000)).as("nothing new").isEmpty();
        actuation.decided(false);
        assertThat(actuation.next(5000)).contains(new Audit("WRITTEN", TypedValues.newIntegerValue(0), ""));
    }

    @Test
    void aDryRunWritesNothingAndSaysWhatItWould() {
        Actuation actuation = actuation(Map.of("dry_run", true));
        actuation.decided(true);

        Audit audit = actuation.next(0).orElseThrow();
        assertThat(audit.writes()).isFalse();
        assertThat(audit.outcome()).isEqualTo("DRY_RUN");
    }

    @Test
    void withoutAFreshInterlockNothingIsWrittenAndTheDecisionIsWrittenWhenItAllows() {
        Actuation actuation = actuation(Map.of("interlock_channel", "closed"));
        actuation.decided(true);
        assertThat(actuation.next(0).orElseThrow().reason()).isEqualTo("the interlock closed has not been heard");
        assertThat(actuation.next(1)).as("told once").isEmpty();

        actuation.interlock(false, 10);
        assertThat(actuation.next(10).orElseThrow().reason()).isEqualTo("the interlock closed is false");
        actuation.interlock(true, 20);
        assertThat(actuation.next(20).orElseThrow().writes()).isTrue();

        actuation.decided(false);
        assertThat(actuation.next(20_000).orElseThrow().reason())
                .as("the interlock's value is too old by now")
                .isEqualTo("the interlock closed has not been heard");
    }

    @Test
    void decisionsThatComeTooFastAreWrittenAtTheEndOfTheIntervalIfTheyStillHold() {
        Actuation actuation = actuation(Map.of("interval_ms", 1000));
        actuation.decided(true);
        assertThat(actuation.next(0).orElseThrow().writes()).isTrue();
        actuation.decided(false);
        assertThat(actuation.next(300).orElseThrow().outcome()).isEqualTo("WAITING");
        assertThat(actuation.waitMillis(300)).isEqualTo(700);
        actuation.decided(true);
        assertThat(actuation.next(400)).as("back where it was").isEmpty();
        assertThat(actuation.waitMillis(400)).isZero();
        actuation.decided(false);
        actuation.next(500);

        assertThat(actuation.next(1000).orElseThrow().writes()).isTrue();
    }

    @Test
    void aValueThatIsNotOfItsTypeIsRefusedByItsField() {
        assertThatThrownBy(() -> actuation(Map.of("value_type", "INTEGER")))
                .hasMessage("Value when on is 'true', which is no INTEGER");
        assertThatThrownBy(() -> actuation(Map.of("value_on", "yes")))
                .hasMessage("Value when on is 'yes', which is no BOOLEAN");
    }
}
