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

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextVersionTest {

    @TempDir
    private Path folder;

    @Test
    void everyBundleOfThePackageGetsTheVersion() throws Exception {
        Path dp = DeploymentPackageWriter.write(
                folder,
                "pack",
                "1.0.0",
                List.of(
                        TestBundles.bundle(folder.resolve("a.jar"), "a", "1.0.0"),
                        TestBundles.bundle(folder.resolve("b.jar"), "b", "1.2.0")));

        DeploymentPackageFile next =
                DeploymentPackageFile.read(new NextVersion(folder.resolve("next"), "9.0.0").of(dp));

        assertThat(next.name()).isEqualTo("pack");
        assertThat(next.version()).isEqualTo("9.0.0");
        assertThat(next.bundles()).extracting(BundleFile::symbolicName).containsExactly("a", "b");
        assertThat(next.bundles()).extracting(BundleFile::version).containsOnly("9.0.0");
    }

    @Test
    void theModelOfAModelPackageGetsTheVersionInCardAndCapability() throws Exception {
        Path jar = folder.resolve("m.jar");
        ModelBundleWriter.write(
                jar,
                "m",
                "1.0.0",
                "pump",
                "1.0.0",
                Map.of(
                        "model.onnx", new byte[] {1},
                        "card.json", "{\"version\": \"1.0.0\"}".getBytes(StandardCharsets.UTF_8),
                        "golden.json", new byte[] {2}));
        Path dp = DeploymentPackageWriter.write(folder, "pack", "1.0.0", List.of(jar));

        BundleFile next = DeploymentPackageFile.read(new NextVersion(folder.resolve("next"), "9.0.0").ofModel(dp))
                .bundles()
                .get(0);

        Path unpacked = Files.write(folder.resolve("next.jar"), next.content());
        try (JarFile zip = new JarFile(unpacked.toFile())) {
            assertThat(zip.getManifest().getMainAttributes().getValue("Provide-Capability"))
                    .contains("pump", "9.0.0")
                    .doesNotContain("1.0.0");
            assertThat(zip.getInputStream(zip.getEntry("model/card.json"))).hasContent("{\"version\": \"9.0.0\"}");
        }
    }

    @Test
    void aPackageWithoutAModelHasNoNextModel() throws Exception {
        Path dp = DeploymentPackageWriter.write(
                folder, "pack", "1.0.0", List.of(TestBundles.bundle(folder.resolve("a.jar"), "a", "1.0.0")));

        assertThatExceptionOfType(PackagingException.class)
                .isThrownBy(() -> new NextVersion(folder, "9.0.0").ofModel(dp))
                .withMessageContaining("a provides no model");
    }

    @Test
    void aFileThatIsNoPackageIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("x.dp"), "no zip");

        assertThatExceptionOfType(PackagingException.class)
                .isThrownBy(() -> DeploymentPackageFile.read(file))
                .withMessageContaining("x.dp");
    }
}
