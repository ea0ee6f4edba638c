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
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Puts the snapshot and the packages of the command line where a gateway finds them; later starts keep their own. */
record FirstStart(KuraDirectories directories) {

    void seed(GatewayOptions options) throws IOException {
        if (options.snapshot().isPresent()) {
            seedSnapshot(options.snapshot().get());
        }
        if (options.packages().isPresent()) {
            seedPackages(options.packages().get());
        }
    }

    private void seedSnapshot(Path source) throws IOException {
        if (!list(directories.snapshots(), "snapshot_").isEmpty()) {
            Console.info("this gateway has snapshots of its own in " + directories.snapshots() + ", " + source
                    + " is not read");
            return;
        }
        Files.copy(source, directories.snapshots().resolve("snapshot_0.xml"));
    }

    private void seedPackages(Path source) throws IOException {
        if (Files.exists(directories.installedPackages())) {
            Console.info("this gateway has packages of its own in " + directories.packages() + ", " + source
                    + " is not read");
            return;
        }
        Properties installed = new Properties();
        for (Path each : list(source, "")) {
            if (each.toString().endsWith(".dp")) {
                Optional<PackageName> name = PackageName.of(each);
                String file = name.map(PackageName::fileName)
                        .orElse(each.getFileName().toString());
                Path target = directories.packages().resolve(file);
                Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING);
                installed.setProperty(name.map(PackageName::name).orElse(file), "file:" + target);
            }
        }
        try (OutputStream out = Files.newOutputStream(directories.installedPackages())) {
            installed.store(out, null);
        }
    }

    private static List<Path> list(Path directory, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }
}
