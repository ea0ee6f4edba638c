/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.deployment.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The file {@code dpa.properties}: which packages are installed at every boot, {@code <name>=file:<path>}. */
public final class InstalledPackages {

    private final Path file;

    /** @param file made when it is not there */
    public InstalledPackages(Path file) throws IOException {
        this.file = file;
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file);
        }
    }

    Properties all() throws IOException {
        Properties packages = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            packages.load(in);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is not readable: " + e.getMessage(), e);
        }
        return packages;
    }

    void put(String name, String url) throws IOException {
        Properties packages = all();
        if (!url.equals(packages.setProperty(name, url))) {
            write(packages);
        }
    }

    void remove(String name) throws IOException {
        Properties packages = all();
        if (packages.remove(name) != null) {
            write(packages);
        }
    }

    /** In place, as Kura writes it: a power cut in the middle can leave it short. */
    private void write(Properties packages) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            packages.store(out, null);
        }
    }
}
