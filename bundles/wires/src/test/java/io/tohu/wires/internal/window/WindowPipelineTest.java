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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tohu.wires.internal.ChannelNames;
import io.tohu.wires.internal.Defaults;
import io.tohu.wires.internal.WindowRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireRecord;
import org.junit.jupiter.api.Test;

class WindowPipelineTest {

    private final List<WindowRecord> windows = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private WindowPipeline pipeline(String channels, int samples, int stride, int hold) {
        return pipeline(Map.of("channels", channels, "samples", samples, "stride", stride, "hold_samples", hold));
    }

    private WindowPipeline pipeline(Map<String, Object> form) {
        Map<String, Object> filled = new HashMap<>(form);
        filled.put("context", "batch");
        return new WindowPipeline(Defaults.form(WindowConfig.class, filled), windows::add, faults::add);
    }

    private static Map<String, TypedValue<?>> record(long time, Object... channelsAndValues) {
        Map<String, TypedValue<?>> record = new HashMap<>();
        for (int i = 0; i < channelsAndValues.length; i += 2) {
            String channel = (String) channelsAndValues[i];
            record.put(channel, TypedValues.newTypedValue(channelsAndValues[i + 1]));
            record.put(channel + "_timestamp", TypedValues.newLongValue(time));
        }
        return record;
    }

    @Test
    void aWindowLeavesWhenItsSamplesAreThereAndThenEveryStride() {
        WindowPipeline p = pipeline("a", 3, 2, 0);
        for (int i = 1; i <= 7; i++) {
            p.add(record(i * 10, "a", (double) i), 0);
        }

        assertThat(windows)
                .extracting(w -> w.toSamples().values())
                .containsExactly(new float[] {1, 2, 3}, new float[] {3, 4, 5}, new float[] {5, 6, 7});
        assertThat(windows).extracting(WindowRecord::start).containsExactly(10L, 30L, 50L);
        assertThat(windows).extracting(WindowRecord::end).containsExactly(30L, 50L, 70L);
    }

    @Test
    void channelsOfTwoAssetsAreJoinedInTheOrderOfTheForm() {
        WindowPipeline p = pipeline("b, a", 2, 1, 0);
        p.add(record(1, "a", 1.0), 0);
        p.add(record(2, "b", 10), 0);
        p.add(record(3, "b", 20L), 0);
        p.add(record(4, "a", 2f), 0);

        assertThat(windows).hasSize(1);
        assertThat(windows.get(0).channels()).containsExactly("b", "a");
        assertThat(windows.get(0).toSamples().values()).containsExactly(10, 1, 20, 2);
    }

    @Test
    void anAssetThatFallsSilentIsHeldForTheConfiguredSamplesOnly() {
        WindowPipeline p = pipeline("a,b", 2, 1, 2);
        p.add(record(1, "a", 1.0, "b", 5.0), 0);
        for (int i = 2; i <= 6; i++) {
            p.add(record(i, "a", (double) i), 0);
        }

        assertThat(windows).extracting(WindowRecord::held).containsExactly(1, 2);
        assertThat(windows.get(1).toSamples().values()).containsExactly(2, 5, 3, 5);
        assertThat(faults.get(faults.size() - 1)).contains("channel b").contains("no record");
    }

    @Test
    void aFailedChannelIsNamedWithTheReasonOfTheAsset() {
        WindowPipeline p = pipeline("a", 1, 1, 0);
        Map<String, TypedValue<?>> failed = new HashMap<>();
        failed.put("a_error", TypedValues.newStringValue("Bad_NodeIdUnknown"));
        failed.put("a_timestamp", TypedValues.newLongValue(1));
        p.add(failed, 0);

        assertThat(windows).isEmpty();
        assertThat(faults).containsExactly("channel a has no value: Bad_NodeIdUnknown");
    }

    @Test
    void afterAGapTooLongToHoldAWindowHasOnlyNewSamples() {
        WindowPipeline p = pipeline("a", 2, 1, 0);
        p.add(record(1, "a", 1.0), 0);
        p.add(record(2, "a", Double.NaN), 0);
        p.add(record(3, "a", 3.0), 0);
        assertThat(windows).isEmpty();
        p.add(record(4, "a", 4.0), 0);

        assertThat(windows.get(0).toSamples().values()).containsExactly(3, 4);
        assertThat(faults).containsExactly("channel a has no value: its value is NaN", "");
    }

    @Test
    void aBatchNumberTravelsWithTheWindowThatItWasKnownAt() {
        WindowPipeline p = pipeline("a", 1, 1, 0);
        p.add(record(1, "batch", 41), 0);
        p.add(record(2, "a", 1.0), 0);
        p.add(record(3, "a", 1.0, "batch", 42), 0);
        assertThat(windows)
                .extracting(w -> (Object) w.context().get("batch").getValue())
                .containsExactly(41, 42);
    }

    @Test
    void aRecordOfOtherThingsChangesNothing() {
        WindowPipeline p = pipeline("a", 1, 1, 0);
        p.add(record(1, "other", 1.0), 0);
        assertThat(windows).isEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    void textIsRefusedWithItsType() {
        WindowPipeline p = pipeline("a", 1, 1, 0);
        p.add(record(1, "a", "high"), 0);
        assertThat(faults).containsExactly("channel a has no value: its value is not a number but String");
    }

    @Test
    void aFormWithoutOrWithRepeatedChannelsIsRefused() {
        assertThatThrownBy(() -> pipeline(" , ", 1, 1, 0)).hasMessageContaining("set Channels");
        assertThatThrownBy(() -> pipeline("a,b,a", 1, 1, 0)).hasMessageContaining("twice");
    }

    @Test
    void numbersThatMakeNoWindowAreRefusedByTheirNameInTheForm() {
        assertThatThrownBy(() -> pipeline("a", 0, 1, 0)).hasMessage("Samples is 0: set at least 1");
        assertThatThrownBy(() -> pipeline("a", -5, 1, 0)).hasMessage("Samples is -5: set at least 1");
        assertThatThrownBy(() -> pipeline("a", 1, 0, 0)).hasMessage("Stride is 0: set at least 1");
        assertThatThrownBy(() -> pipeline("a", 1, 1, -1)).hasMessage("Longest hold is -1: set at least 0");
        assertThatThrownBy(() -> pipeline("a,b,c,d", Integer.MAX_VALUE, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2147483647 samples of 4 channels");
    }

    @Test
    void aSlowerAssetIsOneFaultThatSaysWhatToDoAndNotAFaultAndARecoveryForEachOfItsValues() {
        WindowPipeline p = pipeline("fast,slow", 20, 5, 3);
        for (int i = 0; i < 200; i++) {
            if (i % 10 == 0) {
                p.add(record(i * 100, "slow", 1.0), 0);
            }
            p.add(record(i * 100, "fast", (double) i), 0);
        }

        assertThat(windows).isEmpty();
        assertThat(faults.stream().distinct())
                .containsExactly("channel slow has no value for more than 3 samples: it is in no record that arrives;"
                        + " read it as often as the others, or raise Longest hold");
    }

    @Test
    void aValueBeyondFloat32IsAFailedOneAndNamesItsChannel() {
        WindowPipeline p = pipeline("a", 2, 1, 0);
        p.add(record(1, "a", 1e300), 0);
        p.add(record(2, "a", 1.0), 0);

        assertThat(windows).isEmpty();
        assertThat(faults.get(0)).isEqualTo("channel a has no value: its value is 1.0E300, beyond a 32-bit number");
    }

    @Test
    void aWindowSurvivesTheWire() {
        WindowRecord sent = new WindowRecord(
                List.of("a", "b"),
                1,
                new byte[] {0, 0, -128, 63, 0, 0, 0, 64},
                1,
                2,
                3,
                4,
                5,
                Map.of("batch", TypedValues.newIntegerValue(7)));
        WindowRecord received = WindowRecord.fromWire(sent.toWire(), new ChannelNames());
        assertThat(received.toSamples().values()).containsExactly(1, 2);
        assertThat(received).usingRecursiveComparison().isEqualTo(sent);
    }

    @Test
    void aRecordThatIsNoWindowIsRefusedWithAHint() {
        assertThatThrownBy(() -> WindowRecord.fromWire(new WireRecord(record(1, "a", 1.0)), new ChannelNames()))
                .hasMessageContaining("window.channels")
                .hasMessageContaining("Window component");
    }

    @Test
    void aRecordThatComesTwiceIsNoSecondSample() {
        WindowPipeline p = pipeline("a", 2, 1, 0);
        p.add(record(1, "a", 1.0), 0);
        p.add(record(1, "a", 1.0), 0);
        p.add(record(2, "a", 2.0), 0);

        assertThat(windows).hasSize(1);
        assertThat(windows.get(0).toSamples().values()).containsExactly(1, 2);
        assertThat(windows.get(0).dropped()).isEqualTo(1);
    }

    @Test
    void aRecordThatComesTooLateIsDroppedAndReported() {
        WindowPipeline p = pipeline("a", 2, 1, 0);
        p.add(record(10, "a", 1.0), 0);
        p.add(record(5, "a", 9.0), 0);
        p.add(record(20, "a", 2.0), 0);

        assertThat(windows.get(0).toSamples().values()).containsExactly(1, 2);
        assertThat(windows.get(0).dropped()).isEqualTo(1);
    }

    @Test
    void aChannelThatHasNotChangedKeepsItsTimeAndIsASampleAllTheSame() {
        WindowPipeline p = pipeline("a,valve", 2, 1, 0);
        for (int i = 1; i <= 2; i++) {
            Map<String, TypedValue<?>> record = record(i * 10, "a", (double) i, "valve", true);
            record.put("valve_timestamp", TypedValues.newLongValue(3));
            p.add(record, 0);
        }

        assertThat(windows.get(0).toSamples().values()).containsExactly(1, 1, 2, 1);
        assertThat(windows.get(0).dropped()).isZero();
    }

    @Test
    void aClockThatIsSetBackEndsInAFaultAndThenInWindowsAgain() {
        WindowPipeline p = pipeline("a", 3, 1, 0);
        for (int i = 0; i < 3; i++) {
            p.add(record(1_000_000 + i, "a", 1.0), 0);
        }
        for (int i = 0; i < 6; i++) {
            p.add(record(1000 + i, "a", 2.0), 0);
        }

        assertThat(faults).anyMatch(fault -> fault.contains("source times came 3 times in a row"));
        assertThat(windows.get(windows.size() - 1).toSamples().values()).containsExactly(2, 2, 2);
    }

    @Test
    void aSourceThatDoesNotRenewItsTimeCanBeCountedByTheForm() {
        WindowPipeline p = pipeline(Map.of("channels", "a", "samples", 2, "stride", 1, "repeats", "SAMPLE"));
        p.add(record(1, "a", 1.0), 0);
        p.add(record(1, "a", 1.0), 0);

        assertThat(windows).hasSize(1);
    }

    @Test
    void recordsWithoutTimesAreSamplesWheneverTheyCome() {
        WindowPipeline p = pipeline("a", 2, 1, 0);
        p.add(Map.of("a", TypedValues.newDoubleValue(1)), 7);
        p.add(Map.of("a", TypedValues.newDoubleValue(2)), 7);

        assertThat(windows).hasSize(1);
    }

    @Test
    void aValueThatIsMuchOlderThanTheOthersCountsAsMissing() {
        WindowPipeline p =
                pipeline(Map.of("channels", "a,b", "samples", 1, "stride", 1, "hold_samples", 0, "stale_ms", 1000));
        Map<String, TypedValue<?>> record = record(5000, "a", 1.0, "b", 2.0);
        record.put("b_timestamp", TypedValues.newLongValue(3000));
        p.add(record, 0);

        assertThat(windows).isEmpty();
        assertThat(faults).containsExactly("channel b has no value: its value is 2000 ms older than the newest");
    }
}
