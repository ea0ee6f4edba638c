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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Packs a folder of bundles: {@code Main <name> <version> <folder of bundles> <folder to write to>}. */
public final class Main {

    private static final int ARGUMENTS = 4;

    private Main() {}

    /**
     * Writes one deployment package with every jar of a folder, in order of their names.
     *
     * @throws PackagingException when the arguments or the bundles are not as required
     */
    public static void main(String[] args) throws IOException {
        if (args.length != ARGUMENTS) {
            throw new PackagingException("needs: <name> <version> <folder of bundles> <folder to write to>");
        }
        Path out = DeploymentPackageWriter.write(Path.of(args[3]), args[0], args[1], jars(Path.of(args[2])));
        System.out.println("wrote " + out + " (" + Files.size(out) + " bytes)");
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
