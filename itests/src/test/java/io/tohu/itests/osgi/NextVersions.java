/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.osgi;

import io.tohu.packaging.DeploymentPackageWriter;
import io.tohu.packaging.ModelBundleWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes the packages of a next version out of those of this one: the same content under higher versions. */
record NextVersions(Path folder) {

    static final String VERSION = "9.0.0";

    /** The package with every bundle's version raised. */
    Path of(Path dp, String name) throws IOException {
        List<Path> bundles = new ArrayList<>();
        for (byte[] jar : bundlesIn(dp)) {
            bundles.add(raised(jar, folder.resolve(name + "-" + bundles.size() + ".jar")));
        }
        return DeploymentPackageWriter.write(folder, name, VERSION, bundles);
    }

    /** The model's package with the model's own version raised too, in card and capability. */
    Path ofModel(Path dp, String name, String model) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] bundle = bundlesIn(dp).get(0);
        String symbolicName;
        try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(bundle))) {
            symbolicName = jar.getManifest().getMainAttributes().getValue("Bundle-SymbolicName");
            for (JarEntry e = jar.getNextJarEntry(); e != null; e = jar.getNextJarEntry()) {
                if (e.getName().startsWith(ModelBundleWriter.MODEL_DIR) && !e.isDirectory()) {
                    files.put(e.getName().substring(ModelBundleWriter.MODEL_DIR.length()), jar.readAllBytes());
                }
            }
        }
        String card = new String(files.get("card.json"), StandardCharsets.UTF_8);
        files.put(
                "card.json",
                card.replaceFirst("\"version\": *\"[^\"]*\"", "\"version\": \"" + VERSION + "\"")
                        .getBytes(StandardCharsets.UTF_8));
        Path jar = folder.resolve(name + ".jar");
        ModelBundleWriter.write(jar, symbolicName, VERSION, model, VERSION, files);
        return DeploymentPackageWriter.write(folder, name, VERSION, List.of(jar));
    }

    private static List<byte[]> bundlesIn(Path dp) throws IOException {
        List<byte[]> bundles = new ArrayList<>();
        try (InputStream in = Files.newInputStream(dp);
                JarInputStream zip = new JarInputStream(in)) {
            for (JarEntry e = zip.getNextJarEntry(); e != null; e = zip.getNextJarEntry()) {
                bundles.add(zip.readAllBytes());
            }
        }
        return bundles;
    }

    private static Path raised(byte[] bundle, Path out) throws IOException {
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(bundle))) {
            Manifest manifest = in.getManifest();
            manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), VERSION);
            try (OutputStream file = Files.newOutputStream(out);
                    JarOutputStream jar = new JarOutputStream(file, manifest)) {
                for (JarEntry e = in.getNextJarEntry(); e != null; e = in.getNextJarEntry()) {
                    jar.putNextEntry(new JarEntry(e.getName()));
                    in.transferTo(jar);
                }
            }
        }
        return out;
    }
}
