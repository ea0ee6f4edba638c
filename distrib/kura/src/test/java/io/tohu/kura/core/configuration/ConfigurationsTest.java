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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.KuraPartialSuccessException;
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
    private BootSnapshot boot;
    private Snapshots snapshots;
    private Configurations configurations;
    private ConfigurationChanges changes;

    @BeforeEach
    void start() {
        ReadableCrypto crypto = new ReadableCrypto();
        Passwords passwords = new Passwords(crypto);
        SnapshotStore files = new SnapshotStore(directory, 10, crypto, Clock.systemUTC());
        snapshots = new Snapshots(files, new SnapshotXml(new PropertyText(crypto)), passwords);
        ConfigAdminStore store = new ConfigAdminStore(admin);
        boot = new BootSnapshot(store, snapshots);
        configurations = new Configurations(store, boot, new Defaults(passwords), null);
        changes = new ConfigurationChanges(configurations, snapshots);
    }

    private void boot(String... components) throws IOException {
        Files.writeString(
                directory.resolve("snapshot_0.xml"),
                "<esf:configurations xmlns:esf='http://eurotech.com/esf/2.0'>" + String.join("", components)
                        + "</esf:configurations>");
        snapshots.encryptPlain();
        boot.load(configurations);
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
        configurations.found(files);
        configurations.started(null, files);
    }

    private List<String> pidsInSnapshot() {
        return snapshots.newest().configurations().stream()
                .map(ComponentConfiguration::getPid)
                .toList();
    }

    @Test
    void aSingletonIsGivenItsDefaultsAsSoonAsItsDefinitionIsThere() throws IOException {
        bundleArrives("pid", LIMIT);

        assertThat(admin.of("x.Part").get("limit")).isEqualTo(5);
    }

    @Test
    void anInstanceOfTheSnapshotGetsWhatItLacksWhenItsBundleArrivesLater() throws IOException {
        boot(ofFactory("one", property("limit", "Integer", "9")), ofFactory("two"));
        assertThat(admin.of("two").get("limit")).isNull();

        bundleArrives("factoryPid", LIMIT);

        assertThat(admin.of("one").get("limit")).isEqualTo(9);
        assertThat(admin.of("two").get("limit")).isEqualTo(5);
    }

    @Test
    void anInstanceKeepsItsNameAndGetsAServicePidOfItsOwn() throws IOException {
        boot(ofFactory("one", property("service.pid", "String", "x.Part-from-another-boot")));

        assertThat(admin.of("one").get("service.pid")).isEqualTo("x.Part-0");
        assertThat(admin.of("one").get("service.factoryPid")).isEqualTo("x.Part");
    }

    @Test
    void aWrongTypeLeavesOutOneInstanceOnlyAndTheSnapshotKeepsIt() throws Exception {
        boot(ofFactory("bad", property("limit", "String", "high")), ofFactory("good"));

        bundleArrives("factoryPid", LIMIT);
        changes.snapshot();

        assertThat(admin.of("bad")).isNull();
        assertThat(admin.of("good").get("limit")).isEqualTo(5);
        assertThat(pidsInSnapshot()).contains("bad", "good");
    }

    @Test
    void aWrongTypeMakesASingletonRunWithItsDefault() throws IOException {
        boot(component("x.Part", property("limit", "String", "high")));

        bundleArrives("pid", LIMIT);

        assertThat(admin.of("x.Part").get("limit")).isEqualTo(5);
    }

    @Test
    void aCorrectedSnapshotBringsBackAnInstanceThatWasLeftOut() throws Exception {
        boot(ofFactory("bad", property("limit", "Integer", "high")));
        bundleArrives("factoryPid", LIMIT);

        changes.update(
                List.of(StoredConfiguration.of("bad", null, Map.of("service.factoryPid", "x.Part", "limit", 3))), true);

        assertThat(admin.of("bad").get("limit")).isEqualTo(3);
        assertThat(pidsInSnapshot()).containsExactly("bad");
    }

    @Test
    void aPasswordIsHandedToTheComponentAsEncryptedText() throws IOException {
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
    void aRefusedUpdateNamesComponentPropertyAndTypesAndChangesNothing() throws Exception {
        bundleArrives("factoryPid", LIMIT);
        changes.create("x.Part", "one", Map.of(), true);

        assertThatExceptionOfType(KuraPartialSuccessException.class)
                .isThrownBy(
                        () -> changes.update(List.of(StoredConfiguration.of("one", null, Map.of("limit", 2.5))), true))
                .satisfies(failure -> assertThat(failure.getCauses())
                        .singleElement()
                        .satisfies(cause -> assertThat(cause.getMessage())
                                .contains("'one'", "'limit'", "must be Integer", "Double '2.5'")));
        assertThat(admin.of("one").get("limit")).isEqualTo(5);
        assertThat(snapshots.newest().configurations().get(0).getConfigurationProperties())
                .containsEntry("limit", 5);
    }

    @Test
    void anInstanceMayBeCreatedWithoutWhatItRequiresButNotBeChangedSo() throws Exception {
        bundleArrives("factoryPid", "<AD id='port' type='Integer'/>", "<AD id='note' type='String'/>");
        changes.create("x.Part", "one", Map.of(), false);

        assertThatExceptionOfType(KuraPartialSuccessException.class)
                .isThrownBy(() -> changes.update(List.of(StoredConfiguration.of("one", null, Map.of("a", 1))), false))
                .satisfies(failure -> assertThat(failure.getCauses())
                        .singleElement()
                        .satisfies(cause -> assertThat(cause.getMessage()).contains("'one'", "'port' is required")));
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
    void aRollbackMakesInstancesThoseOfTheSnapshotAndSingletonsTheirDefaults() throws Exception {
        bundleArrives("factoryPid", LIMIT);
        changes.create("x.Part", "one", Map.of("limit", 1), true);
        long first = snapshots.ids().last();
        changes.create("x.Part", "two", Map.of(), false);
        changes.update(List.of(StoredConfiguration.of("one", null, Map.of("limit", 2))), true);

        changes.rollback(snapshots.get(first));

        assertThat(admin.of("one").get("limit")).isEqualTo(1);
        assertThat(admin.of("two")).isNull();
    }

    @Test
    void instancesOfAFactoryThatNobodyOffersAreTold() throws IOException {
        boot(ofFactory("one"));

        assertThat(configurations.waiting(Set.of("x.Other"))).containsEntry("x.Part", List.of("one"));
        bundleArrives("factoryPid", LIMIT);
        assertThat(configurations.waiting(configurations.factories())).isEmpty();
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
    void aPlainSnapshotIsEncryptedAtBoot() throws IOException {
        boot(ofFactory("one", property("pw", "Password", "hush")));

        assertThat(Files.readString(directory.resolve("snapshot_0.xml")))
                .startsWith("secret:")
                .doesNotContain(">hush<");
    }
}
