/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.deployment.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.tohu.kura.testing.TextDeploymentAdmin;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.deploymentadmin.DeploymentException;

class PackageInstallerTest {

    @TempDir
    Path directory;

    private final TextDeploymentAdmin admin = new TextDeploymentAdmin();
    private InstalledPackages installed;
    private PackageInstaller installer;
    private Path packages;

    @BeforeEach
    void start() throws Exception {
        packages = Files.createDirectories(directory.resolve("packages"));
        installed = new InstalledPackages(packages.resolve("dpa.properties"));
        installer = new PackageInstaller(admin, installed, packages);
    }

    @Test
    void aPackageOutsideThePackagesDirectoryIsMovedThereAndNoted() throws Exception {
        Path download = Files.writeString(directory.resolve("download.dp"), "part 1.2.0");

        installer.install("file:" + download);

        Path kept = packages.resolve("part_1.2.0.dp");
        assertThat(download).doesNotExist();
        assertThat(kept).exists();
        assertThat(installed.all()).containsEntry("part", "file:" + kept);
    }

    @Test
    void aPackageThatLiesThereStaysWhereItIs() throws Exception {
        Path kept = Files.writeString(packages.resolve("part_1.2.0.dp"), "part 1.2.0");

        installer.install("file:" + kept);

        assertThat(kept).exists();
    }

    @Test
    void aMissingFileIsToldByItsName() {
        assertThatIOException()
                .isThrownBy(() -> installer.install("file:/no/such.dp"))
                .withMessageContaining("/no/such.dp")
                .withMessageContaining("no such file");
    }

    @Test
    void aPackageThatIsRefusedIsNeitherMovedNorNoted() throws Exception {
        Path download = Files.writeString(directory.resolve("download.dp"), "torn");

        assertThatExceptionOfType(DeploymentException.class).isThrownBy(() -> installer.install("file:" + download));

        assertThat(download).exists();
        assertThat(installed.all()).isEmpty();
    }

    @Test
    void nothingIsFetchedFromElsewhereAtBoot() {
        assertThatIOException()
                .isThrownBy(() -> installer.install("http://127.0.0.1/a.dp"))
                .withMessageContaining("only local files");
    }

    @Test
    void anUninstalledPackageDoesNotComeBackAtTheNextBoot() throws Exception {
        Path kept = Files.writeString(packages.resolve("part_1.2.0.dp"), "part 1.2.0");
        installer.install("file:" + kept);

        assertThat(installer.uninstall("part")).isTrue();

        assertThat(kept).doesNotExist();
        assertThat(installed.all()).isEmpty();
        assertThat(admin.listDeploymentPackages()).isEmpty();
    }

    @Test
    void uninstallingWhatIsNotThereIsNoFailure() throws Exception {
        assertThat(installer.uninstall("part")).isFalse();
    }
}
