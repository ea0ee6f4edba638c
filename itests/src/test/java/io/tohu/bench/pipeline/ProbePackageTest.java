/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.bench.probe.ProbeComponent;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbePackageTest {

    @TempDir
    private Path folder;

    @Test
    void aGatewayFindsTheProbesComponentAndItsForm() throws Exception {
        Path dp = ProbePackage.write(folder);
        assertThat(dp).isNotEmptyFile();
        try (JarFile bundle =
                new JarFile(folder.resolve("io.tohu.bench.probe.jar").toFile())) {
            assertThat(bundle.getEntry("OSGI-INF/" + ProbeComponent.NAME + ".xml"))
                    .isNotNull();
            assertThat(bundle.getEntry("OSGI-INF/metatype/" + ProbeComponent.NAME + ".xml"))
                    .isNotNull();
            assertThat(bundle.getManifest().getMainAttributes().getValue("Import-Package"))
                    .contains("org.eclipse.kura.wire;version=", "org.slf4j;version=\"[1.7,3)\"")
                    .doesNotContain("io.tohu");
        }
    }
}
