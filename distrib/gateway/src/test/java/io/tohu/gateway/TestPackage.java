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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes a deployment package with one bundle that offers one factory. */
final class TestPackage {

    static final String NAME = "test-late";
    static final String FACTORY = "io.tohu.test.Late";

    private static final String COMPONENT =
            """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s" activate="activate"
                modified="activate" configuration-policy="require" immediate="true">
              <implementation class="%2$s"/>
              <service><provide interface="org.eclipse.kura.configuration.ConfigurableComponent"/></service>
            </scr:component>
            """;

    private static final String METATYPE =
            """
            <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.4.0">
              <OCD id="%1$s" name="Late" description="Late">
                <AD id="limit" name="Limit" type="Integer" default="5" description="Limit"/>
              </OCD>
              <Designate factoryPid="%1$s"><Object ocdref="%1$s"/></Designate>
            </metatype:MetaData>
            """;

    private TestPackage() {}

    static void write(Path file, String version) throws IOException {
        write(file, version, "org.eclipse.kura.configuration");
    }

    /** @param imports the packages that the bundle needs */
    static void write(Path file, String version, String imports) throws IOException {
        Manifest manifest =
                manifest(Map.of("DeploymentPackage-SymbolicName", NAME, "DeploymentPackage-Version", version));
        Attributes bundle = new Attributes();
        bundle.putValue("Bundle-SymbolicName", NAME);
        bundle.putValue("Bundle-Version", version);
        manifest.getEntries().put("late.jar", bundle);
        try (OutputStream out = Files.newOutputStream(file)) {
            jar(out, manifest, Map.of("late.jar", bundle(version, imports)));
        }
    }

    private static byte[] bundle(String version, String imports) throws IOException {
        Manifest manifest = manifest(Map.of(
                "Bundle-ManifestVersion", "2",
                "Bundle-SymbolicName", NAME,
                "Bundle-Version", version,
                "Import-Package", imports,
                "Service-Component", "OSGI-INF/late.xml"));
        String type = LateComponent.class.getName();
        String path = type.replace('.', '/') + ".class";
        try (InputStream code = LateComponent.class.getClassLoader().getResourceAsStream(path)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            jar(
                    out,
                    manifest,
                    Map.of(
                            path,
                            code.readAllBytes(),
                            "OSGI-INF/late.xml",
                            text(COMPONENT.formatted(FACTORY, type)),
                            "OSGI-INF/metatype/" + FACTORY + ".xml",
                            text(METATYPE.formatted(FACTORY))));
            return out.toByteArray();
        }
    }

    private static byte[] text(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static Manifest manifest(Map<String, String> headers) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        return manifest;
    }

    private static void jar(OutputStream target, Manifest manifest, Map<String, byte[]> entries) throws IOException {
        try (JarOutputStream out = new JarOutputStream(target, manifest)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(each.getKey()));
                out.write(each.getValue());
                out.closeEntry();
            }
        }
    }
}
