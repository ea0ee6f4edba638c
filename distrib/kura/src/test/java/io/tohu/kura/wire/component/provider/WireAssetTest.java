/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.wire.component.provider;

import static io.tohu.kura.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tohu.kura.testing.FakeDriver;
import io.tohu.kura.testing.RecordingSupport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.core.configuration.metatype.Tad;
import org.eclipse.kura.core.configuration.metatype.Tscalar;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WireAssetTest {

    private final RecordingSupport wires = new RecordingSupport();
    private final FakeDriver driver = new FakeDriver();
    private final Map<String, Object> properties = new HashMap<>(Map.of("driver.pid", "driver"));
    private WireAsset asset;

    @AfterEach
    void stop() {
        if (asset != null) {
            asset.asset().close();
        }
    }

    @Test
    void aTriggerMakesOneRecordOfAllChannelsThatCanBeRead() {
        channel("flow", "READ", "DOUBLE");
        channel("speed", "READ_WRITE", "INTEGER");
        channel("valve", "WRITE", "DOUBLE");
        driver.values.put("flow", TypedValues.newDoubleValue(2.5));
        driver.values.put("speed", TypedValues.newIntegerValue(1450));
        start();

        trigger(Map.of());

        assertThat(plain(0))
                .isEqualTo(Map.of(
                        "assetName",
                        "pump",
                        "flow",
                        2.5,
                        "flow_timestamp",
                        FakeDriver.TIME,
                        "speed",
                        1450,
                        "speed_timestamp",
                        FakeDriver.TIME));
    }

    @Test
    void theUnitGoesAlongWhereThereIsOne() {
        channel("flow", "READ", "DOUBLE");
        properties.put("flow#+unit", "l/min");
        driver.values.put("flow", TypedValues.newDoubleValue(1));
        start();

        trigger(Map.of());

        assertThat(plain(0)).containsEntry("flow_unit", "l/min");
    }

    @Test
    void aChannelThatFailsHasItsTimeAndItsErrorButNoValueAndNoUnit() {
        channel("flow", "READ", "DOUBLE");
        channel("missing", "READ", "DOUBLE");
        properties.put("missing#+unit", "bar");
        properties.put("emit.errors", true);
        driver.values.put("flow", TypedValues.newDoubleValue(1));
        start();

        trigger(Map.of());

        assertThat(plain(0))
                .containsEntry("flow_error", "")
                .containsEntry("missing_error", "no such node java.lang.IllegalStateException: x")
                .containsEntry("missing_timestamp", FakeDriver.TIME)
                .doesNotContainKeys("missing", "missing_unit");
    }

    @Test
    void oneTimeOfTheAssetStandsForAllWhenSetSo() {
        channel("flow", "READ", "DOUBLE");
        properties.put("timestamp.mode", "SINGLE_DRIVER_GENERATED_MAX");
        driver.values.put("flow", TypedValues.newDoubleValue(1));
        start();

        trigger(Map.of());

        assertThat(plain(0)).containsEntry("assetTimestamp", FakeDriver.TIME).doesNotContainKey("flow_timestamp");
    }

    @Test
    void itReadsAllItsChannelsBeforeItWritesAsInKura() {
        channel("flow", "READ", "DOUBLE");
        channel("valve", "WRITE", "DOUBLE");
        driver.values.put("flow", TypedValues.newDoubleValue(1));
        start();
        driver.calls.clear();

        trigger(Map.of("valve", TypedValues.newDoubleValue(0.5)));

        assertThat(driver.calls).containsExactly("read", "write valve=0.5");
        assertThat(wires.records()).hasSize(1);
    }

    @Test
    void anAssetThatOnlyWritesEmitsNothing() {
        channel("valve", "WRITE", "DOUBLE");
        start();

        trigger(Map.of("valve", TypedValues.newDoubleValue(0.5)));

        assertThat(driver.calls).containsExactly("write valve=0.5");
        assertThat(wires.records()).isEmpty();
    }

    @Test
    void aValueOfAnotherTypeIsNotWrittenAndNobodyIsToldAsInKura() {
        channel("valve", "WRITE", "DOUBLE");
        start();

        trigger(Map.of("valve", TypedValues.newFloatValue(0.5f)));

        assertThat(driver.calls).isEmpty();
    }

    @Test
    void aChannelThatIsSwitchedOffIsNeitherReadNorWritten() {
        channel("valve", "READ_WRITE", "DOUBLE");
        properties.put("valve#+enabled", false);
        start();

        trigger(Map.of("valve", TypedValues.newDoubleValue(0.5)));

        assertThat(driver.calls).isEmpty();
        assertThat(wires.records()).isEmpty();
    }

    @Test
    void aListenedChannelIsEmittedAloneAndWithItsUnit() {
        channel("flow", "READ", "DOUBLE");
        channel("speed", "READ", "DOUBLE");
        properties.put("flow#+listen", true);
        properties.put("flow#+unit", "l/min");
        driver.values.put("flow", TypedValues.newDoubleValue(3));
        start();

        driver.change("flow");

        assertThat(plain(0))
                .isEqualTo(Map.of(
                        "assetName", "pump", "flow", 3.0, "flow_unit", "l/min", "flow_timestamp", FakeDriver.TIME));
    }

    @Test
    void aListenedChannelBringsAllChannelsWhenSetSo() {
        channel("flow", "READ", "DOUBLE");
        channel("speed", "READ", "DOUBLE");
        properties.put("flow#+listen", true);
        properties.put("emit.all.channels", true);
        driver.values.put("flow", TypedValues.newDoubleValue(3));
        driver.values.put("speed", TypedValues.newDoubleValue(4));
        start();

        driver.change("flow");

        assertThat(plain(0)).containsEntry("flow", 3.0).containsEntry("speed", 4.0);
    }

    @Test
    void onlyChangesAreEmittedWhenSetSoAndAnEmptyRecordStillNamesTheAsset() {
        channel("flow", "READ", "DOUBLE");
        properties.put("emit.on.change", true);
        driver.values.put("flow", TypedValues.newDoubleValue(3));
        start();

        trigger(Map.of());
        trigger(Map.of());

        assertThat(plain(0)).containsEntry("flow", 3.0);
        assertThat(plain(1)).isEqualTo(Map.of("assetName", "pump"));
    }

    @Test
    void nothingIsEmittedWithoutChangeWhenEmptyEnvelopesAreOff() {
        channel("flow", "READ", "DOUBLE");
        properties.put("emit.on.change", true);
        properties.put("emit.empty.envelopes", false);
        driver.values.put("flow", TypedValues.newDoubleValue(3));
        start();

        trigger(Map.of());
        trigger(Map.of());

        assertThat(wires.records()).hasSize(1);
    }

    @Test
    void aValueAfterAFailureCountsAsAChange() {
        channel("flow", "READ", "DOUBLE");
        properties.put("emit.on.change", true);
        driver.values.put("flow", TypedValues.newDoubleValue(3));
        start();
        trigger(Map.of());
        driver.values.clear();
        trigger(Map.of());
        driver.values.put("flow", TypedValues.newDoubleValue(3));

        trigger(Map.of());

        assertThat(plain(2)).containsEntry("flow", 3.0);
    }

    @Test
    void scaleAndOffsetAreAppliedToWhatIsReadAndNotToWhatIsWritten() {
        channel("valve", "READ_WRITE", "DOUBLE");
        properties.put("valve#+scale", "2");
        properties.put("valve#+offset", "1");
        driver.values.put("valve", TypedValues.newDoubleValue(3));
        start();

        trigger(Map.of("valve", TypedValues.newDoubleValue(3)));

        assertThat(plain(0)).containsEntry("valve", 7.0);
        assertThat(driver.calls).contains("write valve=3.0");
    }

    @Test
    void aFractionAsScaleMakesZeroOfAnIntegerAsInKura() {
        channel("speed", "READ", "INTEGER");
        properties.put("speed#+scale", "0.5");
        driver.values.put("speed", TypedValues.newIntegerValue(1450));
        start();

        trigger(Map.of());

        assertThat(plain(0)).containsEntry("speed", 0);
    }

    @Test
    void withDoubleArithmeticTheDriverIsAskedForADoubleAndTheChannelKeepsItsType() {
        channel("speed", "READ", "INTEGER");
        properties.put("speed#+scale", "0.5");
        properties.put("speed#+scaleoffset.type", "DOUBLE");
        driver.values.put("speed", TypedValues.newDoubleValue(1451));
        start();

        trigger(Map.of());

        assertThat(driver.configs.get("speed")).containsEntry("+value.type", "DOUBLE");
        assertThat(plain(0)).containsEntry("speed", 725);
    }

    @Test
    void everyFieldReachesTheDriverAsAStringAsInKura() {
        channel("flow", "READ", "DOUBLE");
        properties.put("flow#register", 40001);
        driver.values.put("flow", TypedValues.newDoubleValue(1));
        start();

        trigger(Map.of());

        assertThat(driver.configs.get("flow")).containsEntry("register", "40001");
    }

    @Test
    void aDriverThatPreparesReadsIsReadThatWay() {
        channel("flow", "READ", "DOUBLE");
        driver.values.put("flow", TypedValues.newDoubleValue(1));
        driver.prepares = true;
        start();

        trigger(Map.of());

        assertThat(driver.calls).containsExactly("prepare", "execute");
        assertThat(plain(0)).containsEntry("flow", 1.0);
    }

    @Test
    void aDriverThatGoesGetsItsPreparedReadBack() {
        channel("flow", "READ", "DOUBLE");
        properties.put("flow#+listen", true);
        driver.prepares = true;
        start();

        asset.asset().unsetDriver();

        eventually("the read is closed", () -> driver.calls.contains("close"));
        eventually("nothing is listened to", driver.listeners::isEmpty);
    }

    @Test
    void withoutDriverATriggerEmitsNothingAndReadingByHandSaysWhy() {
        channel("flow", "READ", "DOUBLE");
        asset = new WireAsset(wires, "pump", properties);

        trigger(Map.of());

        assertThat(wires.records()).isEmpty();
        assertThatThrownBy(() -> asset.readAllChannels())
                .isInstanceOf(KuraException.class)
                .hasMessageContaining("Driver not attached");
    }

    @Test
    void aDescriptorOfAnotherClassCostsListenersAndPreparedReadAsInKura() {
        channel("flow", "READ", "DOUBLE");
        properties.put("flow#+listen", true);
        driver.values.put("flow", TypedValues.newDoubleValue(1));
        driver.prepares = true;
        driver.descriptor = List.of("not a Tad");
        asset = new WireAsset(wires, "pump", properties);
        asset.asset().setDriver(driver);
        asset.asset().unsetDriver();
        asset.asset().setDriver(driver);

        trigger(Map.of());

        assertThat(driver.calls).containsExactly("read");
        assertThat(driver.listeners).isEmpty();
        assertThat(plain(0)).containsEntry("flow", 1.0);
    }

    @Test
    void theFormHasEveryFieldOfEveryChannelOnceThereIsADriver() {
        channel("flow", "READ", "DOUBLE");
        Tad field = new Tad();
        field.setId("node.id");
        field.setName("node.id");
        field.setType(Tscalar.STRING);
        field.setDefault("MyNode");
        field.setRequired(true);
        driver.descriptor = List.of(field);
        start();

        assertThat(asset.getConfiguration().getDefinition().getAD())
                .extracting("id")
                .contains("driver.pid", "flow#+listen", "flow#+value.type", "flow#node.id");
        assertThat(asset.getConfiguration().getConfigurationProperties()).containsEntry("flow#node.id", "MyNode");
    }

    @Test
    void aChannelOfNoKnownTypeIsNamedAndTheAssetDoesNotStart() {
        channel("flow", "READ", "DECIMAL");

        assertThatThrownBy(() -> new WireAsset(wires, "pump", properties))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pump")
                .hasMessageContaining("flow");
    }

    private void channel(String name, String type, String valueType) {
        properties.put(name + "#+name", name);
        properties.put(name + "#+type", type);
        properties.put(name + "#+value.type", valueType);
    }

    /** Waits until driver and asset know each other, which shows in the defaults that every channel gets. */
    private void start() {
        asset = new WireAsset(wires, "pump", properties);
        asset.asset().setDriver(driver);
        asset.asset().awaitSetup();
    }

    private void trigger(Map<String, TypedValue<?>> record) {
        asset.onWireReceive(new WireEnvelope("timer", List.of(new WireRecord(record))));
    }

    private Map<String, Object> plain(int index) {
        Map<String, Object> plain = new HashMap<>();
        wires.records().get(index).forEach((name, value) -> plain.put(name, value.getValue()));
        return plain;
    }
}
