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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelBundleWriterTest {

    private static final Map<String, byte[]> FILES =
            Map.of("model.onnx", bytes("onnx"), "card.json", bytes("{}"), "golden.json", bytes("[]"));

    @TempDir
    Path dir;

    @Test
    void aGatewayFindsTheModelByItsCapabilityAndReadsItsFiles() throws IOException {
        Path out = dir.resolve("models/pump.jar");
        ModelBundleWriter.write(out, "io.tohu.model.pump", "1.0.0", "pump", "1.2.0", FILES);

        try (JarFile jar = new JarFile(out.toFile())) {
            var headers = jar.getManifest().getMainAttributes();
            assertThat(headers.getValue("Bundle-SymbolicName")).isEqualTo("io.tohu.model.pump");
            assertThat(headers.getValue("Bundle-Version")).isEqualTo("1.0.0");
            assertThat(headers.getValue("Bundle-ManifestVersion")).isEqualTo("2");
            assertThat(headers.getValue("Provide-Capability"))
                    .isEqualTo("io.tohu.model;name=\"pump\";version:Version=\"1.2.0\"");
            assertThat(jar.getInputStream(new ZipEntry("model/model.onnx")).readAllBytes())
                    .isEqualTo(bytes("onnx"));
            assertThat(jar.stream().map(ZipEntry::getName))
                    .containsExactly(
                            "META-INF/MANIFEST.MF", "model/card.json", "model/golden.json", "model/model.onnx");
        }
    }

    @Test
    void theSameModelGivesTheSameBytesWhateverTheOrderOfItsFiles() throws IOException {
        ModelBundleWriter.write(dir.resolve("a.jar"), "m", "1.0.0", "pump", "1.0.0", FILES);
        ModelBundleWriter.write(dir.resolve("b.jar"), "m", "1.0.0", "pump", "1.0.0", new HashMap<>(FILES));

        assertThat(Files.readAllBytes(dir.resolve("a.jar"))).isEqualTo(Files.readAllBytes(dir.resolve("b.jar")));
    }

    @Test
    void aModelThatNoGatewayCouldLoadIsRefused() {
        assertRefused(
                "lacks model/golden.json", "pump", "1.0.0", Map.of("model.onnx", bytes(""), "card.json", bytes("")));
        assertRefused("cannot be the name of a model", "pu\"mp", "1.0.0", FILES);
        assertRefused("the model pump has the version 'one'", "pump", "one", FILES);
        Map<String, byte[]> outside = new HashMap<>(FILES);
        outside.put("../escape", bytes(""));
        assertRefused("'../escape' cannot be a file", "pump", "1.0.0", outside);
    }

    private void assertRefused(String reason, String model, String version, Map<String, byte[]> files) {
        assertThatExceptionOfType(PackagingException.class)
                .isThrownBy(() -> ModelBundleWriter.write(dir.resolve("x.jar"), "m", "1.0.0", model, version, files))
                .withMessageContaining(reason);
        assertThat(dir.resolve("x.jar")).doesNotExist();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
