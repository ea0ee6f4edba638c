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

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes model bundles: bundles without code, which a gateway finds by the capability {@code io.tohu.model} that they
 * provide.
 */
public final class ModelBundleWriter {

    /** The folder of a model bundle that holds its files. */
    public static final String MODEL_DIR = "model/";

    private static final String[] REQUIRED = {"model.onnx", "card.json", "golden.json"};

    private ModelBundleWriter() {}

    /**
     * Writes a model bundle.
     *
     * @param out the bundle's file; its folder is created
     * @param bsn symbolic name of the bundle
     * @param bundleVersion OSGi version of the bundle
     * @param modelName the model's name, as its card has it
     * @param modelVersion the model's OSGi version, as its card has it
     * @param filesUnderModelDir content by path below {@code model/}; {@code model.onnx}, {@code card.json} and
     *     {@code golden.json} must be there
     * @throws PackagingException when a name, a version or a file is not as required
     */
    public static void write(
            Path out,
            String bsn,
            String bundleVersion,
            String modelName,
            String modelVersion,
            Map<String, byte[]> filesUnderModelDir)
            throws IOException {
        for (String file : REQUIRED) {
            if (!filesUnderModelDir.containsKey(file)) {
                throw new PackagingException("the model bundle " + bsn + " lacks " + MODEL_DIR + file);
            }
        }
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(ManifestText.PATH, manifest(bsn, bundleVersion, modelName, modelVersion));
        // Sorted: a map's own order may differ from run to run.
        new TreeMap<>(filesUnderModelDir).forEach((name, content) -> entries.put(MODEL_DIR + checked(name), content));
        ReproducibleZip.write(out, entries);
    }

    private static byte[] manifest(String bsn, String bundleVersion, String modelName, String modelVersion) {
        if (modelName == null || modelName.isBlank() || modelName.contains("\"") || modelName.contains("\\")) {
            throw new PackagingException("'" + modelName + "' cannot be the name of a model");
        }
        return new ManifestText()
                .header("Bundle-ManifestVersion", "2")
                .header("Bundle-SymbolicName", OsgiSyntax.symbolicName(bsn, "the model bundle"))
                .header("Bundle-Version", OsgiSyntax.version(bundleVersion, "the model bundle " + bsn))
                .header("Bundle-Name", "Model " + modelName + " " + modelVersion)
                .header("Bundle-Vendor", "Tohu")
                .header(
                        "Provide-Capability",
                        "io.tohu.model;name=\"" + modelName + "\";version:Version=\""
                                + OsgiSyntax.version(modelVersion, "the model " + modelName) + "\"")
                .bytes();
    }

    private static String checked(String name) {
        if (name.isEmpty()
                || name.startsWith("/")
                || name.endsWith("/")
                || name.contains("..")
                || name.contains("\\")) {
            throw new PackagingException("'" + name + "' cannot be a file of a model bundle");
        }
        return name;
    }
}
