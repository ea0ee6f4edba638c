/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;

/** What decides whether the bundle resolves on a gateway, and what it weighs. */
class BundleContentTest {

    private static final Path CLASSES = Path.of("target", "classes");

    private static String header(String name) throws IOException {
        try (InputStream in = Files.newInputStream(CLASSES.resolve("META-INF/MANIFEST.MF"))) {
            return new Manifest(in).getMainAttributes().getValue(name);
        }
    }

    @Test
    void onlyPackagesThatEveryGatewayHasMustBeThere() throws Exception {
        List<String> mandatory = Arrays.stream(header("Import-Package").split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                .filter(clause -> !clause.contains("resolution:=optional"))
                .toList();

        assertThat(mandatory)
                .containsExactlyInAnyOrder(
                        "org.eclipse.kura;version=\"[1.7,2)\"",
                        "org.eclipse.kura.channel;version=\"[1.3,2)\"",
                        "org.eclipse.kura.channel.listener;version=\"[1.0,2)\"",
                        "org.eclipse.kura.configuration;version=\"[1.2,2)\"",
                        "org.eclipse.kura.core.configuration.metatype;version=\"[1.0,2)\"",
                        "org.eclipse.kura.driver;version=\"[1.0,1.1)\"",
                        "org.eclipse.kura.system;version=\"[1.7,2)\"",
                        "org.eclipse.kura.type;version=\"[1.1,2)\"",
                        "org.slf4j;version=\"[1.7,3)\"",
                        "org.slf4j.helpers;version=\"[1.7,3)\"",
                        "org.slf4j.spi;version=\"[1.7,3)\"");
    }

    /** An import is decided once, when the bundle resolves; packages come in any order. */
    @Test
    void serialPortsAreFoundWhenTheirPackageComesAndAreNeverRequired() throws Exception {
        assertThat(header("DynamicImport-Package")).contains("com.fazecast.jSerialComm");
        assertThat(header("Import-Package")).doesNotContain("jSerialComm");
    }

    @Test
    void nothingInsideIsOfferedToOtherBundles() throws Exception {
        assertThat(header("Export-Package")).isNull();
    }

    @Test
    void theLibraryIsInsideAndNothingNative() throws Exception {
        assertThat(CLASSES.resolve("com/digitalpetri/modbus/client/ModbusTcpClient.class"))
                .exists();
        assertThat(CLASSES.resolve("io/netty/channel/nio/NioEventLoopGroup.class"))
                .exists();
        try (var files = Files.walk(CLASSES)) {
            assertThat(files.map(Path::toString))
                    .noneMatch(f -> f.endsWith(".so") || f.endsWith(".dll") || f.endsWith(".jnilib"));
        }
    }

    @Test
    void kuraFindsTheFormUnderTheNameOfTheComponent() {
        assertThat(CLASSES.resolve("OSGI-INF/metatype/" + ModbusDriver.PID + ".xml"))
                .exists()
                .content()
                .contains("<OCD id=\"" + ModbusDriver.PID + "\"", "factoryPid=\"" + ModbusDriver.PID + "\"");
        assertThat(CLASSES.resolve("OSGI-INF/" + ModbusDriver.PID + ".xml"))
                .exists()
                .content()
                .contains("name=\"" + ModbusDriver.PID + "\"");
    }
}
