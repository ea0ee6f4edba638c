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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes deployment packages (OSGi Compendium 7, chapter 114), the form in which a Kura gateway takes bundles.
 *
 * <p>The manifest is the first entry, the bundles follow in the order of its sections.
 */
public final class DeploymentPackageWriter {

    private DeploymentPackageWriter() {}

    /**
     * Writes the package {@code <directory>/<name>_<version>.dp}, the file name that Kura itself would give it.
     *
     * @param directory where to write; is created
     * @param name symbolic name of the package
     * @param version OSGi version of the package
     * @param bundles the bundles' files, in the order in which a gateway shall install them
     * @return the file written
     * @throws PackagingException when a file is not a bundle, or two files are the same bundle
     */
    public static Path write(Path directory, String name, String version, List<Path> bundles) throws IOException {
        OsgiSyntax.symbolicName(name, "the package");
        OsgiSyntax.version(version, "the package " + name);
        if (bundles.isEmpty()) {
            throw new PackagingException("the package " + name + " has no bundles");
        }
        Map<String, byte[]> entries = new LinkedHashMap<>();
        ManifestText manifest = new ManifestText()
                .header("DeploymentPackage-ManifestVersion", "1")
                .header("DeploymentPackage-SymbolicName", name)
                .header("DeploymentPackage-Version", version)
                .header("DeploymentPackage-Name", name);
        entries.put(ManifestText.PATH, new byte[0]);
        for (BundleFile bundle : read(bundles)) {
            manifest.section(bundle.entryName())
                    .header("Bundle-SymbolicName", bundle.symbolicName())
                    .header("Bundle-Version", bundle.version());
            entries.put(bundle.entryName(), bundle.content());
        }
        entries.put(ManifestText.PATH, manifest.bytes());
        Path out = directory.resolve(name + "_" + version + ".dp");
        ReproducibleZip.write(out, entries);
        return out;
    }

    private static List<BundleFile> read(List<Path> files) throws IOException {
        List<BundleFile> bundles = new ArrayList<>();
        Map<String, Path> fileByName = new HashMap<>();
        for (Path file : files) {
            BundleFile bundle = BundleFile.read(file);
            Path other = fileByName.put(bundle.symbolicName(), file);
            if (other != null) {
                throw new PackagingException(other + " and " + file + " are both the bundle " + bundle.symbolicName());
            }
            bundles.add(bundle);
        }
        return bundles;
    }
}
