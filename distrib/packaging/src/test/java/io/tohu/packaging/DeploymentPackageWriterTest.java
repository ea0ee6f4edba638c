/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentPackageWriterTest {

    private static final String LONG_NAME =
            "io.tohu.a.bundle.whose.symbolic.name.is.longer.than.one.line.of.a.manifest.can.ever.be";

    @TempDir
    Path dir;

    private TimeZone before;
    private Path first;
    private Path second;

    @BeforeEach
    void makeBundles() throws IOException {
        before = TimeZone.getDefault();
        first = TestBundles.bundle(dir.resolve("one.jar"), LONG_NAME, "1.2.3.beta");
        second = TestBundles.bundle(dir.resolve("two.jar"), "io.tohu.two;singleton:=true", "0.1.0");
    }

    @AfterEach
    void restoreTimeZone() {
        TimeZone.setDefault(before);
    }

    @Test
    void aDeploymentAdminThatReadsTheStreamFindsTheManifestBeforeAnyBundle() throws IOException {
        Path dp = DeploymentPackageWriter.write(dir, "tohu-test", "0.1.0", List.of(first, second));

        assertThat(dp.getFileName()).hasToString("tohu-test_0.1.0.dp");
        try (InputStream in = Files.newInputStream(dp);
                ZipInputStream zip = new ZipInputStream(in)) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("META-INF/MANIFEST.MF");
        }
        try (JarInputStream jar = new JarInputStream(Files.newInputStream(dp))) {
            var main = jar.getManifest().getMainAttributes();
            assertThat(main.getValue("DeploymentPackage-SymbolicName")).isEqualTo("tohu-test");
            assertThat(main.getValue("DeploymentPackage-Version")).isEqualTo("0.1.0");
            var section = jar.getManifest().getAttributes("io.tohu.two_0.1.0.jar");
            assertThat(section.getValue("Bundle-SymbolicName")).isEqualTo("io.tohu.two");
            assertThat(section.getValue("Bundle-Version")).isEqualTo("0.1.0");
        }
    }

    @Test
    void everyBundleHasItsSectionAndArrivesByteForByteInTheGivenOrder() throws IOException {
        Path dp = DeploymentPackageWriter.write(dir, "tohu-test", "0.1.0", List.of(second, first));

        List<String> order = new ArrayList<>();
        try (JarInputStream jar = new JarInputStream(Files.newInputStream(dp))) {
            for (JarEntry e = jar.getNextJarEntry(); e != null; e = jar.getNextJarEntry()) {
                order.add(e.getName());
                Path source = e.getName().startsWith("io.tohu.two") ? second : first;
                assertThat(jar.readAllBytes()).isEqualTo(Files.readAllBytes(source));
                assertThat(jar.getManifest().getAttributes(e.getName())).isNotNull();
            }
        }
        assertThat(order).containsExactly("io.tohu.two_0.1.0.jar", LONG_NAME + "_1.2.3.beta.jar");
    }

    @Test
    void theSameBundlesGiveTheSameBytesOnAMachineInAnotherTimeZone() throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
        byte[] there = Files.readAllBytes(
                DeploymentPackageWriter.write(dir.resolve("a"), "tohu-test", "0.1.0", List.of(first, second)));
        TimeZone.setDefault(TimeZone.getTimeZone("America/Lima"));
        byte[] here = Files.readAllBytes(
                DeploymentPackageWriter.write(dir.resolve("b"), "tohu-test", "0.1.0", List.of(first, second)));

        assertThat(there).isEqualTo(here);
    }

    @Test
    void aJarThatNoGatewayCouldIdentifyIsRefusedByNameAndReason() throws IOException {
        Path nameless = TestBundles.jar(dir.resolve("nameless.jar"), "Bundle-Version: 1.0.0");
        Path versionless = TestBundles.jar(dir.resolve("versionless.jar"), "Bundle-SymbolicName: a");
        Path odd = TestBundles.bundle(dir.resolve("odd.jar"), "a", "1.0-SNAPSHOT");
        Path noJar = Files.writeString(dir.resolve("no.jar"), "text");

        assertRefused("nameless.jar has no symbolic name", nameless);
        assertRefused("versionless.jar has no version", versionless);
        assertRefused("odd.jar has the version '1.0-SNAPSHOT'", odd);
        assertRefused("no.jar is not a bundle", noJar);
    }

    @Test
    void theSameBundleTwiceIsRefusedSinceAGatewayWouldRefuseThePackage() throws IOException {
        Path newer = TestBundles.bundle(dir.resolve("newer.jar"), "io.tohu.two", "0.2.0");

        assertRefused("are both the bundle io.tohu.two", second, newer);
        assertRefused("has no bundles");
    }

    private void assertRefused(String reason, Path... bundles) {
        assertThatExceptionOfType(PackagingException.class)
                .isThrownBy(() -> DeploymentPackageWriter.write(dir, "tohu-test", "0.1.0", List.of(bundles)))
                .withMessageContaining(reason);
        assertThat(dir.resolve("tohu-test_0.1.0.dp")).doesNotExist();
    }
}
