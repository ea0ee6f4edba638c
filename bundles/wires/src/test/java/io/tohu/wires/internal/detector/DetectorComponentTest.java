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

import io.tohu.wires.internal.Defaults;
import io.tohu.wires.internal.FakeContext;
import io.tohu.wires.internal.FakeWires;
import io.tohu.wires.internal.Fakes;
import io.tohu.wires.internal.WindowRecord;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorComponentTest {

    @TempDir
    Path data;

    private final FakeWires wires = new FakeWires(2);
    /** Reasons of OSGi's component runtime. */
    private static final int CONFIGURATION_DELETED = 4;

    private static final int BUNDLE_STOPPED = 6;

    private final FakeModels models = new FakeModels();

    private DetectorComponent detector(String model, double limit) {
        return detector(form(model, limit));
    }

    private DetectorComponent detector(DetectorConfig form) {
        return new DetectorComponent(wires, models, Fakes.system(data), new FakeContext("d1"), form);
    }

    private static void window(DetectorComponent detector, float... scores) {
        for (float score : scores) {
            byte[] data = ByteBuffer.allocate(Float.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putFloat(score)
                    .array();
            detector.onWireReceive(new WireEnvelope(
                    "window",
                    List.of(new WindowRecord(
                                    List.of("a"),
                                    1,
                                    data,
                                    10,
                                    20,
                                    1,
                                    0,
                                    0,
                                    Map.of("batch", TypedValues.newIntegerValue(7)))
                            .toWire())));
        }
    }

    private static Object value(WireRecord record, String property) {
        return record.getProperties().get(property).getValue();
    }

    @Test
    void everyWindowGivesAResultThatSaysWhatScoredAndWhy() {
        window(detector("m", 0), 0.5f);

        WireRecord result = wires.emitted(0).get(0);
        assertThat(value(result, "detector")).isEqualTo("d1");
        assertThat(value(result, "model")).isEqualTo("m");
        assertThat(value(result, "model.version")).isEqualTo("1.2.0");
        assertThat(value(result, "score")).isEqualTo(0.5);
        assertThat(value(result, "limit")).isEqualTo(1.0);
        assertThat(value(result, "alarm")).isEqualTo(false);
        assertThat(value(result, "contributors")).isEqualTo("a=1.00");
        assertThat(value(result, "window.start")).isEqualTo(10L);
        assertThat(value(result, "window.end")).isEqualTo(20L);
        assertThat(value(result, "window.held")).isEqualTo(1);
        assertThat(value(result, "context.batch")).isEqualTo(7);
        assertThat(value(result, "inference.us")).isEqualTo(2L);
        assertThat(wires.emitted(1)).isEmpty();
    }

    @Test
    void thePortOfAlarmsCarriesOnlyTheBeginningAndTheEnd() {
        window(detector("m", 0), 2, 2, 2, 2, 0, 0, 0);

        assertThat(wires.emitted(0)).hasSize(7);
        assertThat(wires.emitted(1)).extracting(r -> value(r, "event")).containsExactly("RAISED", "CLEARED");
        assertThat(wires.emitted(1)).extracting(r -> value(r, "alarm")).containsExactly(true, false);
    }

    @Test
    void aLimitOfTheFormIsAppliedInsteadOfTheModels() {
        window(detector("m", 3), 2, 2, 2);

        assertThat(wires.emitted(1)).isEmpty();
        assertThat(value(wires.emitted(0).get(0), "limit")).isEqualTo(3.0);
    }

    @Test
    void aMissingModelIsToldOnceAndScoringGoesOnWhenItArrives() {
        models.active = false;
        DetectorComponent detector = detector("m", 0);
        window(detector, 0, 0, 0);
        models.active = true;
        window(detector, 0);

        assertThat(wires.emitted(0)).hasSize(2);
        assertThat(value(wires.emitted(0).get(0), "error")).isEqualTo("no version of model m is active");
        assertThat(value(wires.emitted(0).get(1), "score")).isEqualTo(0.0);
    }

    @Test
    void aRecordThatIsNoWindowIsToldWithAHint() {
        detector("m", 0)
                .onWireReceive(new WireEnvelope(
                        "asset", List.of(new WireRecord(Map.of("flow", TypedValues.newDoubleValue(1))))));

        assertThat((String) value(wires.emitted(0).get(0), "error")).contains("Window component");
    }

    @Test
    void afterAnUnexpectedFailureTheNextWindowIsScored() {
        DetectorComponent detector = detector("m", 0);
        models.broken = true;
        window(detector, 0);
        models.broken = false;
        window(detector, 0);

        assertThat(wires.emitted(0)).hasSize(1);
        assertThat(value(wires.emitted(0).get(0), "score")).isEqualTo(0.0);
    }

    @Test
    void anAlarmSurvivesAChangeOfTheFormAndEndsWithAnotherModel() {
        DetectorComponent detector = detector("m", 0);
        window(detector, 2, 2);
        detector.configure(form("m", 1.5));
        window(detector, 2);
        assertThat(value(wires.emitted(0).get(2), "alarm")).isEqualTo(true);

        detector.configure(form("other", 0));

        assertThat(wires.emitted(1)).extracting(r -> value(r, "event")).containsExactly("RAISED", "CLEARED");
        WireRecord end = wires.emitted(1).get(1);
        assertThat(value(end, "alarm")).isEqualTo(false);
        assertThat(value(end, "model")).isEqualTo("m");
        assertThat(value(end, "reason")).isEqualTo("the detector was given another model, other");
        window(detector, 2);
        assertThat(value(wires.emitted(0).get(3), "alarm")).isEqualTo(false);
        assertThat(models.opened).containsExactly("m", "other");
        assertThat(models.closed).containsExactly("m");
    }

    @Test
    void anAlarmThatIsUpWhenThePackageIsUpgradedIsClearedAfterIt() {
        DetectorComponent before = detector("m", 0);
        window(before, 2, 2);
        before.deactivate(BUNDLE_STOPPED);

        DetectorComponent after = detector("m", 0);
        window(after, 2, 0, 0, 0);

        assertThat(value(wires.emitted(0).get(2), "alarm")).as("still up").isEqualTo(true);
        assertThat(wires.emitted(1)).extracting(r -> value(r, "event")).containsExactly("RAISED", "CLEARED");
    }

    @Test
    void anAlarmWhoseModelWasChangedWhileTheGatewayWasOffIsClearedWithTheFirstWindow() {
        window(detector("m", 0), 2, 2);

        window(detector("other", 0), 0);

        assertThat(wires.emitted(1)).extracting(r -> value(r, "event")).containsExactly("RAISED", "CLEARED");
    }

    @Test
    void anAlarmEndsWithItsDetector() {
        DetectorComponent detector = detector("m", 0);
        window(detector, 2, 2);
        detector.deactivate(CONFIGURATION_DELETED);

        assertThat(value(wires.emitted(1).get(1), "reason")).isEqualTo("the detector was removed");
        window(detector("m", 0), 2);
        assertThat(value(wires.emitted(0).get(2), "alarm"))
                .as("one of the same name begins anew")
                .isEqualTo(false);
    }

    @Test
    void aScoreThatWaversAboutTheLimitRaisesOneAlarmWithHysteresis() {
        DetectorComponent detector = detector(form(Map.of("hysteresis_percent", 20.0, "clear_windows", 1)));
        window(detector, 1.1f, 1.1f, 0.9f, 1.1f, 0.9f, 0.85f, 0.79f);

        assertThat(wires.emitted(1)).extracting(r -> value(r, "event")).containsExactly("RAISED", "CLEARED");
        assertThat(value(wires.emitted(0).get(5), "alarm")).isEqualTo(true);
    }

    @Test
    void aResultSaysHowBadItIs() {
        window(detector("m", 0), 1.5f, 1.5f, 2.5f);

        assertThat(wires.emitted(0))
                .extracting(r -> value(r, "severity"))
                .containsExactly("NONE", "WARNING", "CRITICAL");
    }

    /** Two windows raise, three clear. */
    private static DetectorConfig form(String model, double limit) {
        return form(Map.of("model", model, "limit", limit));
    }

    private static DetectorConfig form(Map<String, Object> values) {
        Map<String, Object> filled = new HashMap<>(Map.of("model", "m", "raise_windows", 2, "clear_windows", 3));
        filled.putAll(values);
        return Defaults.form(DetectorConfig.class, filled);
    }
}
