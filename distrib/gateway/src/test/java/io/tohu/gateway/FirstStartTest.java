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

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {

    @TempDir
    Path directory;

    private KuraDirectories directories;
    private Path given;

    @BeforeEach
    void start() throws Exception {
        directories = KuraDirectories.under(directory.resolve("data"));
        directories.create();
        given = Files.createDirectory(directory.resolve("given"));
    }

    private void seed() throws Exception {
        Path snapshot = given.resolve("s.xml");
        GatewayOptions options = new GatewayOptions(
                directory, directories.root(), Optional.of(snapshot).filter(Files::exists), Optional.of(given));
        new FirstStart(directories).seed(options);
    }

    private Properties installed() throws Exception {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(directories.installedPackages())) {
            properties.load(in);
        }
        return properties;
    }

    @Test
    void packagesAreCopiedUnderKurasNamesSoThatTheAgentDoesNotMoveTheGivenOnesAway() throws Exception {
        TestPackage.write(given.resolve("any.dp"), "1.0.0");

        seed();

        Path kept = directories.packages().resolve(TestPackage.NAME + "_1.0.0.dp");
        assertThat(kept).exists();
        assertThat(given.resolve("any.dp")).exists();
        assertThat(installed()).containsEntry(TestPackage.NAME, "file:" + kept);
    }

    @Test
    void aFileThatIsNoPackageIsLeftForTheAgentToComplainAbout() throws Exception {
        Files.writeString(given.resolve("torn.dp"), "nothing");

        seed();

        assertThat(installed())
                .containsEntry("torn.dp", "file:" + directories.packages().resolve("torn.dp"));
    }

    @Test
    void laterStartsKeepTheGatewaysOwnSnapshotAndPackages() throws Exception {
        Files.writeString(given.resolve("s.xml"), "first");
        seed();
        Files.writeString(given.resolve("s.xml"), "second");
        TestPackage.write(given.resolve("late.dp"), "1.0.0");

        seed();

        assertThat(directories.snapshots().resolve("snapshot_0.xml")).hasContent("first");
        assertThat(installed()).isEmpty();
    }
}
