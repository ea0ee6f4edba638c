/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayIT {

    private static final String STARTED = "gateway started";

    @TempDir
    Path directory;

    private Path packages;
    private Path snapshot;

    @BeforeEach
    void prepare() throws Exception {
        packages = Files.createDirectory(directory.resolve("given"));
        snapshot = directory.resolve("snapshot.xml");
        writeSnapshot("");
    }

    private void writeSnapshot(String components) throws Exception {
        Files.writeString(
                snapshot,
                "<?xml version='1.0' encoding='UTF-8'?>"
                        + "<esf:configurations xmlns:esf='http://eurotech.com/esf/2.0'>" + components
                        + "</esf:configurations>");
    }

    private static String instance(String pid, String factory, String type, String limit) {
        return "<esf:configuration pid='" + pid + "'><esf:properties>"
                + property("service.factoryPid", "String", factory)
                + (limit == null ? "" : property("limit", type, limit))
                + "</esf:properties></esf:configuration>";
    }

    private static String property(String name, String type, String value) {
        return "<esf:property array='false' encrypted='false' name='" + name + "' type='" + type + "'><esf:value>"
                + value + "</esf:value></esf:property>";
    }

    private GatewayProcess start(String level) throws Exception {
        return GatewayProcess.start(
                level,
                "--data",
                directory.resolve("data").toString(),
                "--snapshot",
                snapshot.toString(),
                "--packages",
                packages.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.6", "6.0"})
    void anEmptyGatewayStartsWithoutComplaintAndStopsOnASignal(String level) throws Exception {
        try (GatewayProcess gateway = start(level)) {
            gateway.awaitLine(STARTED);

            gateway.terminate();

            assertThat(gateway.lines("gateway stopped")).hasSize(1);
            assertThat(gateway.lines()).noneMatch(line -> line.contains("ERROR") || line.contains("WARN"));
        }
    }

    @Test
    void aSignalStopsNoBundleAsOnKura() throws Exception {
        TestPackage.write(packages.resolve("late.dp"), "1.0.0");
        writeSnapshot(instance("good", TestPackage.FACTORY, "Integer", "7"));
        try (GatewayProcess gateway = start("5.6")) {
            gateway.awaitLine("LATE good 7");

            gateway.terminate();

            assertThat(gateway.lines("gateway stopped")).hasSize(1);
            assertThat(gateway.lines("LATE stopped")).isEmpty();
        }
    }

    /** Kura holds no value of a snapshot against the form, and says nothing of a factory that nobody offers. */
    @ParameterizedTest
    @ValueSource(strings = {"5.6", "6.0"})
    void aComponentIsGivenWhatTheSnapshotSaysWhateverItsFormAllows(String level) throws Exception {
        TestPackage.write(packages.resolve("late.dp"), "1.0.0");
        writeSnapshot(instance("good", TestPackage.FACTORY, "Integer", "7")
                + instance("defaulted", TestPackage.FACTORY, null, null)
                + instance("wrongtype", TestPackage.FACTORY, "String", "9")
                + instance("orphan", "no.such.Factory", "Integer", "1"));

        try (GatewayProcess gateway = start(level)) {
            gateway.awaitLine("LATE good 7 " + TestPackage.FACTORY);
            gateway.awaitLine("LATE defaulted 5 " + TestPackage.FACTORY);
            gateway.awaitLine("LATE wrongtype 9 " + TestPackage.FACTORY);

            assertThat(gateway.lines("ERROR")).isEmpty();
        }
    }

    /** Kura's configuration service does not start then, and with it next to nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"5.6", "6.0"})
    void oneValueOfAHandWrittenSnapshotThatIsNoNumberLeavesTheGatewayWithoutConfiguration(String level)
            throws Exception {
        TestPackage.write(packages.resolve("late.dp"), "1.0.0");
        writeSnapshot(instance("good", TestPackage.FACTORY, "Integer", "7")
                + instance("notanumber", TestPackage.FACTORY, "Integer", "x7"));

        try (GatewayProcess gateway = start(level)) {
            gateway.awaitLine(STARTED);

            assertThat(gateway.lines("ERROR")).anySatisfy(line -> assertThat(line)
                    .contains("snapshot_0.xml", "'notanumber'", "'limit' must be Integer but is 'x7'"));
            assertThat(gateway.lines("LATE good")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.6", "6.0"})
    void aTornSnapshotIsToldWithFileAndPlace(String level) throws Exception {
        String whole = Files.readString(snapshot);
        Files.writeString(snapshot, whole.substring(0, whole.length() - 10));

        try (GatewayProcess gateway = start(level)) {
            gateway.awaitLine(STARTED);

            assertThat(gateway.lines("ERROR")).anySatisfy(line -> assertThat(line)
                    .contains("snapshot_0.xml", "not well-formed", "line 1, column"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.6", "6.0"})
    void missingAndTornPackagesAreToldOnceEachAndTheOthersAreInstalled(String level) throws Exception {
        TestPackage.write(packages.resolve("late.dp"), "1.0.0");
        byte[] whole = Files.readAllBytes(packages.resolve("late.dp"));
        Files.write(packages.resolve("torn.dp"), Arrays.copyOf(whole, 100));
        Files.createDirectories(directory.resolve("data/packages"));
        Path outside = directory.resolve("outside.dp");
        Files.write(outside, whole);
        Files.copy(packages.resolve("torn.dp"), directory.resolve("torn.dp"));
        Files.writeString(
                directory.resolve("data/packages/dpa.properties"),
                "test-late=file:" + outside + "\ngone=file:" + directory + "/gone.dp\ntorn=file:" + directory
                        + "/torn.dp\n");

        try (GatewayProcess gateway = start(level)) {
            gateway.awaitLine("Installed package test-late 1.0.0");
            gateway.awaitLine("/torn.dp is not installed");
            gateway.awaitLine("/gone.dp is not installed");

            assertThat(gateway.lines("ERROR")).hasSize(2);
            assertThat(outside).doesNotExist();
            assertThat(directory.resolve("data/packages/test-late_1.0.0.dp")).exists();
        }
    }

    /** Seen on Kura 5.6: a component whose package comes after the snapshot must bear both. */
    @ParameterizedTest
    @ValueSource(strings = {"5.6", "6.0"})
    void aComponentIsActivatedWithTheBareSnapshotBeforeItsDefaultsCome(String level) throws Exception {
        TestPackage.write(packages.resolve("late.dp"), "1.0.0");
        writeSnapshot(instance("defaulted", TestPackage.FACTORY, null, null));

        try (GatewayProcess gateway = start(level)) {
            gateway.awaitLine("LATE defaulted 5 ");

            assertThat(gateway.lines("LATE"))
                    .containsExactly(
                            "LATE defaulted null " + TestPackage.FACTORY, "LATE defaulted 5 " + TestPackage.FACTORY);
        }
    }

    @Test
    void packagesAndConfigurationAreThereAgainAfterAPowerCutAlthoughTheFrameworkForgetsEverything() throws Exception {
        TestPackage.write(packages.resolve("late.dp"), "1.0.0");
        writeSnapshot(instance("good", TestPackage.FACTORY, "Integer", "7"));
        try (GatewayProcess gateway = start("5.6")) {
            gateway.awaitLine("LATE good 7");
        }

        Path ofABundle = Files.writeString(directory.resolve("data/tmp/framework/written-by-a-bundle"), "any");

        try (GatewayProcess gateway = start("5.6")) {
            gateway.awaitLine("LATE good 7");
            assertThat(ofABundle).doesNotExist();

            assertThat(gateway.lines("ERROR")).isEmpty();
            assertThat(Files.readString(directory.resolve("data/user/snapshots/snapshot_0.xml")))
                    .doesNotContain("esf:");
        }
    }

    @Test
    void theDemosSnapshotHasNoMistake() throws Exception {
        try (GatewayProcess gateway = GatewayProcess.start(
                "5.6",
                "--data",
                directory.resolve("data").toString(),
                "--snapshot",
                Path.of("../../kura-config/demo/snapshot.xml").toString())) {
            gateway.awaitLine("All packages of this boot are in");

            // Without its packages the assets say that their drivers are missing; the snapshot is fine.
            assertThat(gateway.lines("ERROR")).noneMatch(line -> line.contains("snapshot"));
        }
    }

    @Test
    void aListOfPackagesThatCannotBeReadIsToldOnceAndTheGatewayRunsWithoutThem() throws Exception {
        Path list = directory.resolve("data/packages/dpa.properties");
        Files.createDirectories(list.getParent());
        Files.writeString(list, "a=\\u00zz");

        try (GatewayProcess gateway = start("5.6")) {
            gateway.awaitLine("All packages of this boot are in");

            assertThat(gateway.lines("ERROR")).singleElement().asString().contains(list.toString());
        }
    }

    @Test
    void aSecondGatewayOnTheSameDataIsRefused() throws Exception {
        try (GatewayProcess first = start("5.6")) {
            first.awaitLine(STARTED);
            try (GatewayProcess second = start("5.6")) {
                assertThat(second.awaitExit()).isEqualTo(GatewayMain.FAILED);
                assertThat(second.lines("another gateway is running on")).hasSize(1);
            }
        }
    }

    @Test
    void aPlatformThatDoesNotResolveEndsWithTheBundleThatDidNotStart() throws Exception {
        Path level = Files.createDirectories(directory.resolve("home/platform/01"));
        try (var jars = Files.list(Path.of("target/gateway-5.6/platform/02"))) {
            Path metatype = jars.filter(each -> each.toString().contains("metatype"))
                    .findFirst()
                    .orElseThrow();
            Files.copy(metatype, level.resolve("metatype.jar"));
        }

        try (GatewayProcess gateway = GatewayProcess.start(
                "5.6",
                "--home",
                directory.resolve("home").toString(),
                "--data",
                directory.resolve("data").toString())) {
            assertThat(gateway.awaitExit()).isEqualTo(GatewayMain.FAILED);
            assertThat(gateway.lines("cannot start"))
                    .singleElement()
                    .asString()
                    .contains("org.eclipse.equinox.metatype");
        }
    }
}
