/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;

/** The check itself must be able to fail. */
class ResolveCheckTest {

    private static final GatewayModel GATEWAY =
            GatewayModel.of(new KuraPackages("5.6", Map.of("org.eclipse.kura.wire", Set.of("2.0.0"))), Processor.X64);

    @Test
    void anImportThatNothingProvidesIsNamedWithItsBundle() throws IOException {
        assertThat(unresolved(bundle("a", "Import-Package: org.nowhere;version=\"[1.0,2)\"")))
                .singleElement()
                .asString()
                .startsWith("a needs osgi.wiring.package")
                .contains("org.nowhere", "version>=1.0", "no such package", "Kura 5.6 on linux-x64");
    }

    @Test
    void anImportOfATooHighVersionIsNamedWithTheVersionThatIsThere() throws IOException {
        assertThat(unresolved(bundle("a", "Import-Package: org.eclipse.kura.wire;version=\"[2.1,3)\"")))
                .singleElement()
                .asString()
                .contains("version>=2.1", "there is org.eclipse.kura.wire [2.0.0]");
    }

    @Test
    void anImportThatAnotherBundleOrTheGatewayOrTheJdkProvidesIsFine() throws IOException {
        assertThat(unresolved(
                        bundle("a", "Import-Package: b.api;version=\"[1.0,2)\",org.eclipse.kura.wire,javax.net.ssl"),
                        bundle("b", "Export-Package: b.api;version=\"1.3\"")))
                .isEmpty();
    }

    @Test
    void anOptionalImportMayBeMissing() throws IOException {
        assertThat(unresolved(bundle("a", "Import-Package: org.nowhere;resolution:=optional")))
                .isEmpty();
    }

    @Test
    void aNeedOfALaterComponentRuntimeOrJavaIsFound() throws IOException {
        assertThat(unresolved(bundle(
                        "a",
                        "Require-Capability: osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5.0))\",",
                        " osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=21))\"")))
                .hasSize(2)
                .anyMatch(line -> line.contains("osgi.component") && line.contains("version=1.4.0"))
                .anyMatch(line -> line.contains("JavaSE"));
    }

    @Test
    void nativeCodeForAnotherProcessorIsFound() throws IOException {
        assertThat(unresolved(bundle("a", "Bundle-NativeCode: lib/a.so;osname=Linux;processor=x86-64")))
                .isEmpty();
        assertThat(unresolved(bundle("a", "Bundle-NativeCode: lib/a.so;osname=Linux;processor=aarch64")))
                .singleElement()
                .asString()
                .contains("a needs osgi.native");
    }

    private static List<String> unresolved(ShippedBundle... bundles) {
        return ResolveCheck.unresolved(List.of(bundles), GATEWAY);
    }

    private static ShippedBundle bundle(String name, String... headers) throws IOException {
        String text = "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: " + name
                + "\nBundle-Version: 1.0.0\n" + fold(String.join("\n", headers)) + "\n\n";
        Manifest manifest = new Manifest(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return ShippedBundle.of(manifest, new byte[0]);
    }

    /** Manifest lines have at most 72 bytes. */
    private static String fold(String headers) {
        return headers.replaceAll("([^\n]{60})(?=[^\n])", "$1\n ");
    }
}
