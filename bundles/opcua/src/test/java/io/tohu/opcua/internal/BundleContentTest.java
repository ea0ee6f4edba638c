/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;

/** The bundle as it goes on a gateway. */
class BundleContentTest {

    private static final Path CLASSES = Path.of("target", "classes");

    @Test
    void onlyPackagesThatEveryGatewayHasAreNeeded() throws IOException {
        List<String> mandatory = clauses("Import-Package").stream()
                .filter(clause -> !clause.contains("resolution:=optional"))
                .toList();
        assertThat(mandatory)
                .isNotEmpty()
                .allMatch(clause -> clause.startsWith("org.eclipse.kura")
                        || clause.startsWith("org.osgi.service.event")
                        || clause.startsWith("org.slf4j") && clause.contains("[1.7,3)"));
    }

    @Test
    void nothingOfWhatIsCarriedIsSharedWithOtherBundles() throws IOException {
        assertThat(manifest().getValue("Export-Package")).isNull();
    }

    @Test
    void theStackAndItsLibrariesAreInside() throws IOException {
        assertThat(CLASSES.resolve("org/eclipse/milo/opcua/sdk/client/OpcUaClient.class"))
                .exists();
        assertThat(CLASSES.resolve("io/netty/channel/nio/NioEventLoopGroup.class"))
                .exists();
        assertThat(clauses("Bundle-ClassPath"))
                .containsExactly(".", "lib/bcprov.jar", "lib/bcpkix.jar", "lib/bcutil.jar")
                .allMatch(entry -> Files.exists(CLASSES.resolve(entry)));
    }

    @Test
    void componentFormAndFactoryHaveTheNameUnderWhichKuraLooksForThem() throws IOException {
        assertThat(clauses("Service-Component")).contains("OSGI-INF/" + OpcUaDriver.NAME + ".xml");
        String form = Files.readString(CLASSES.resolve("OSGI-INF/metatype/" + OpcUaDriver.NAME + ".xml"));
        assertThat(form).contains("OCD id=\"" + OpcUaDriver.NAME + "\"", "factoryPid=\"" + OpcUaDriver.NAME + "\"");
    }

    private static List<String> clauses(String header) throws IOException {
        // A comma inside quotes belongs to a version range.
        return Arrays.stream(manifest().getValue(header).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                .toList();
    }

    private static Attributes manifest() throws IOException {
        try (InputStream in = Files.newInputStream(CLASSES.resolve("META-INF/MANIFEST.MF"))) {
            return new Manifest(in).getMainAttributes();
        }
    }
}
