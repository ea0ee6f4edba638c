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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the packages of another version out of those of this one, to try upgrades: the same content under another
 * version.
 *
 * @param folder where to write
 * @param version OSGi version of package, bundles and model
 */
public record NextVersion(Path folder, String version) {

    private static final Pattern MODEL_NAME = Pattern.compile("io\\.tohu\\.model;.*?name=\"?([^\";,]+)");

    /** The package with the version of every bundle changed. */
    public Path of(Path dp) throws IOException {
        DeploymentPackageFile original = DeploymentPackageFile.read(dp);
        Files.createDirectories(folder);
        List<Path> bundles = new ArrayList<>();
        for (BundleFile bundle : original.bundles()) {
            bundles.add(Files.write(jar(bundle), changed(bundle.content())));
        }
        return DeploymentPackageWriter.write(folder, original.name(), version, bundles);
    }

    /** The package of one model with the version of the model changed too, in card and capability. */
    public Path ofModel(Path dp) throws IOException {
        DeploymentPackageFile original = DeploymentPackageFile.read(dp);
        Files.createDirectories(folder);
        BundleFile bundle = original.bundles().get(0);
        Map<String, byte[]> files = new LinkedHashMap<>();
        String model;
        try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(bundle.content()))) {
            model = modelName(jar.getManifest(), bundle.symbolicName());
            for (JarEntry e = jar.getNextJarEntry(); e != null; e = jar.getNextJarEntry()) {
                if (e.getName().startsWith(ModelBundleWriter.MODEL_DIR) && !e.isDirectory()) {
                    files.put(e.getName().substring(ModelBundleWriter.MODEL_DIR.length()), jar.readAllBytes());
                }
            }
        }
        files.computeIfPresent("card.json", (name, card) -> withVersion(card));
        ModelBundleWriter.write(jar(bundle), bundle.symbolicName(), version, model, version, files);
        return DeploymentPackageWriter.write(folder, original.name(), version, List.of(jar(bundle)));
    }

    private Path jar(BundleFile bundle) {
        return folder.resolve(bundle.symbolicName() + "_" + version + ".jar");
    }

    private static String modelName(Manifest manifest, String bundle) {
        String capabilities = manifest.getMainAttributes().getValue("Provide-Capability");
        Matcher name = MODEL_NAME.matcher(capabilities == null ? "" : capabilities);
        if (!name.find()) {
            throw new PackagingException(bundle + " provides no model");
        }
        return name.group(1);
    }

    private byte[] withVersion(byte[] card) {
        return new String(card, StandardCharsets.UTF_8)
                .replaceFirst("\"version\": *\"[^\"]*\"", "\"version\": \"" + version + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] changed(byte[] bundle) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(bundle))) {
            Manifest manifest = in.getManifest();
            manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
            try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
                for (JarEntry e = in.getNextJarEntry(); e != null; e = in.getNextJarEntry()) {
                    jar.putNextEntry(new JarEntry(e.getName()));
                    in.transferTo(jar);
                }
            }
        }
        return bytes.toByteArray();
    }
}
