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
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;

/**
 * A deployment package that was read.
 *
 * @param name its symbolic name
 * @param version its version
 * @param bundles in the order in which a gateway installs them
 */
public record DeploymentPackageFile(String name, String version, List<BundleFile> bundles) {

    public DeploymentPackageFile {
        bundles = List.copyOf(bundles);
    }

    /**
     * Reads a package.
     *
     * @throws PackagingException when the file is none, or holds something that is no bundle
     */
    public static DeploymentPackageFile read(Path dp) throws IOException {
        try (InputStream in = Files.newInputStream(dp);
                JarInputStream zip = new JarInputStream(in, false)) {
            if (zip.getManifest() == null) {
                throw new PackagingException(dp + " is not a deployment package: no manifest at its beginning");
            }
            Attributes headers = zip.getManifest().getMainAttributes();
            List<BundleFile> bundles = new ArrayList<>();
            for (JarEntry entry = zip.getNextJarEntry(); entry != null; entry = zip.getNextJarEntry()) {
                bundles.add(BundleFile.of(zip.readAllBytes(), dp + ", " + entry.getName()));
            }
            return new DeploymentPackageFile(
                    OsgiSyntax.symbolicName(headers.getValue("DeploymentPackage-SymbolicName"), dp.toString()),
                    OsgiSyntax.version(headers.getValue("DeploymentPackage-Version"), dp.toString()),
                    bundles);
        }
    }
}
