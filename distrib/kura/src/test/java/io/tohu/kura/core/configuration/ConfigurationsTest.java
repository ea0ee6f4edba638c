/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.Password;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationsTest {

    private static final String LIMIT = "<AD id='limit' type='Integer' default='5'/>";
    private static final String KEY = "<AD id='key' type='Password' default='changeme'/>";

    @TempDir
    Path directory;

    private final MemoryConfigAdmin admin = new MemoryConfigAdmin();
    private Snapshots snapshots;
    private Configurations configurations;
    private ConfigurationChanges changes;

    @BeforeEach
    void start() {
        ReadableCrypto crypto = new ReadableCrypto();
        snapshots = new Snapshots(directory, 10, crypto, Clock.systemUTC());
        configurations = new Configurations(new ConfigAdminStore(admin), new Defaults(new Passwords(crypto)), null);
        changes = new ConfigurationChanges(configurations, snapshots);
    }

    private void boot(String... components) throws IOException, KuraException {
        Files.writeString(
                directory.resolve("snapshot_0.xml"),
                "<esf:configurations xmlns:esf='http://eurotech.com/esf/2.0'>" + String.join("", components)
                        + "</esf:configurations>");
        configurations.load(snapshots.newest());
    }

    private static String component(String pid, String... properties) {
        return "<esf:configuration pid='" + pid + "'><esf:properties>" + String.join("", properties)
                + "</esf:properties></esf:configuration>";
    }

    private static String property(String name, String type, String value) {
        return "<esf:property array='false' encrypted='false' name='" + name + "' type='" + type + "'><esf:value>"
                + value + "</esf:value></esf:property>";
    }

    private static String ofFactory(String pid, String... properties) {
        return component(pid, property("service.factoryPid", "String", "x.Part") + String.join("", properties));
    }

    private void bundleArrives(String designate, String... attributes) throws IOException {
        List<MetatypeFile> files =
                List.of(MetatypeFileTest.read("x.Part", designate, attributes).orElseThrow());
        configurations.started(null, files);
    }

    private List<String> pidsInSnapshot() throws KuraException {
        return snapshots.newest().stream().map(ComponentConfiguration::getPid).toList();
    }

    @Test
    void aSingletonIsGivenItsDefaultsAsSoonAsItsDefinitionIsThere() throws Exception {
        bundleArrives("pid", LIMIT);

        assertThat(admin.of("x.Part").get("limit")).isEqualTo(5);
    }

    @Test
    void anInstanceOfTheSnapshotGetsWhatItLacksWhenItsBundleArrivesLater() throws Exception {
        boot(ofFactory("one", property("limit", "Integer", "9")), ofFactory("two"));
        assertThat(admin.of("two").get("limit")).isNull();

        bundleArrives("factoryPid", LIMIT);

        assertThat(admin.of("one").get("limit")).isEqualTo(9);
        assertThat(admin.of("two").get("limit")).isEqualTo(5);
    }

    @Test
    void anInstanceKeepsItsNameAndGetsAServicePidOfItsOwn() throws Exception {
        boot(ofFactory("one", property("service.pid", "String", "x.Part-from-another-boot")));

        assertThat(admin.of("one").get("service.pid")).isEqualTo("x.Part-0");
        assertThat(admin.of("one").get("service.factoryPid")).isEqualTo("x.Part");
    }

    @Test
    void aPasswordIsHandedToTheComponentAsEncryptedText() throws Exception {
        bundleArrives("pid", KEY);

        assertThat(admin.of("x.Part").get("key")).isEqualTo("secret:changeme");
        assertThat(configurations
                        .defaults("x.Part")
                        .getConfigurationProperties()
                        .get("key"))
                .isInstanceOf(Password.class);
    }

    @Test
    void anUpdateOfOnePropertyKeepsTheOthers() throws Exception {
        bundleArrives("factoryPid", LIMIT, KEY);
        changes.create("x.Part", "one", Map.of("limit", 2, "note", "mine"), false);

        changes.update(List.of(StoredConfiguration.of("one", null, Map.of("limit", 3))), true);

        assertThat(admin.of("one").get("limit")).isEqualTo(3);
        assertThat(admin.of("one").get("note")).isEqualTo("mine");
    }

    @Test
    void aNameIsGivenOnce() throws Exception {
        changes.create("x.Part", "one", Map.of(), false);

        assertThatExceptionOfType(KuraException.class)
                .isThrownBy(() -> changes.create("x.Part", "one", Map.of(), false))
                .withMessageContaining("one");
    }

    @Test
    void whatIsDeletedLeavesTheNextSnapshot() throws Exception {
        boot(ofFactory("one"), ofFactory("two"));

        changes.delete("one", true);

        assertThat(pidsInSnapshot()).containsExactly("two");
        assertThat(admin.of("one")).isNull();
    }

    @Test
    void aComponentWhoseBundleIsGoneForAnUpgradeStaysInTheSnapshot() throws Exception {
        boot(ofFactory("one", property("limit", "Integer", "9")));
        configurations.disappeared("one");

        changes.snapshot();

        assertThat(pidsInSnapshot()).containsExactly("one");
    }

    @Test
    void aPlainSnapshotAmongEncryptedOnesDoesNotCountAsOnKura() throws Exception {
        boot(ofFactory("one"));
        Files.writeString(
                directory.resolve("snapshot_9.xml"),
                "<esf:configurations xmlns:esf='http://eurotech.com/esf/2.0'>" + ofFactory("late")
                        + "</esf:configurations>");

        assertThat(pidsInSnapshot()).isEmpty();
    }

    @Test
    void aPlainSnapshotIsEncryptedAtBoot() throws Exception {
        boot(ofFactory("one", property("pw", "Password", "hush")));

        assertThat(Files.readString(directory.resolve("snapshot_0.xml")))
                .startsWith("secret:")
                .doesNotContain(">hush<");
    }

    @Test
    void whatTheFormForbidsReachesTheComponentAsOnKura() throws Exception {
        bundleArrives("factoryPid", "<AD id='limit' type='Integer' default='5' min='1' max='9'/>");
        changes.create("x.Part", "one", Map.of("limit", "high"), false);
        assertThat(admin.of("one").get("limit")).isEqualTo("high");

        changes.update(List.of(StoredConfiguration.of("one", null, Map.of("limit", 77L))), false);

        assertThat(admin.of("one").get("limit")).isEqualTo(77L);
    }

    @Test
    void aSnapshotWithAnotherTypeThanTheFormsStaysAsItIs() throws Exception {
        boot(ofFactory("one", property("limit", "Long", "9")));

        bundleArrives("factoryPid", LIMIT);

        assertThat(admin.of("one").get("limit")).isEqualTo(9L);
    }

    @Test
    void aValueThatIsTakenAwayIsGoneAlthoughTheFormRequiresIt() throws Exception {
        bundleArrives("factoryPid", LIMIT);
        changes.create("x.Part", "one", Map.of("limit", 3), false);
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("limit", null);

        changes.update(List.of(StoredConfiguration.of("one", null, nothing)), false);

        assertThat(admin.of("one").get("limit")).isNull();
    }

    @Test
    void aNewComponentInAListOfChangesIsCreated() throws Exception {
        changes.update(
                List.of(StoredConfiguration.of("new", null, Map.of("service.factoryPid", "x.Part", "limit", 3))), true);

        assertThat(admin.of("new").get("limit")).isEqualTo(3);
        assertThat(pidsInSnapshot()).containsExactly("new");
    }

    @Test
    void aHandWrittenSnapshotWithOneWrongValueEndsTheStartAsOnKura() {
        assertThatExceptionOfType(KuraException.class)
                .isThrownBy(() -> boot(ofFactory("good"), ofFactory("bad", property("limit", "Integer", "x7"))))
                .withMessageContaining("snapshot_0.xml")
                .withMessageContaining("'limit' must be Integer but is 'x7'");
    }

    @Test
    void aComponentIsGivenTheBareSnapshotFirstAndItsDefaultsWhenItsFormIsKnown() throws Exception {
        boot(ofFactory("one"));
        assertThat(admin.of("one").get("limit")).isNull();

        bundleArrives("factoryPid", LIMIT);

        assertThat(admin.of("one").get("limit")).isEqualTo(5);
    }
}
