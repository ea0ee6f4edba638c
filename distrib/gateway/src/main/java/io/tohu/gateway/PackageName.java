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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;

/** Name and version of a deployment package, from the manifest that is its first entry. */
record PackageName(String name, String version) {

    /** Empty when the file is no deployment package: the deployment agent will say so. */
    static Optional<PackageName> of(Path file) throws IOException {
        try (JarInputStream jar = new JarInputStream(Files.newInputStream(file), false)) {
            if (jar.getManifest() == null) {
                return Optional.empty();
            }
            Attributes main = jar.getManifest().getMainAttributes();
            String name = main.getValue("DeploymentPackage-SymbolicName");
            String version = main.getValue("DeploymentPackage-Version");
            return name == null || version == null ? Optional.empty() : Optional.of(new PackageName(name, version));
        }
    }

    /** The file name under which Kura keeps the package. */
    String fileName() {
        return name + "_" + version + ".dp";
    }
}
