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
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes zip files whose bytes depend on nothing but their content.
 *
 * <p>Entries are stored, not deflated: jars and model weights hardly shrink, and deflated bytes differ between versions
 * of zlib.
 */
final class ReproducibleZip {

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private ReproducibleZip() {}

    /** Writes the entries in the map's order; a reader never sees a part of the file. */
    static void write(Path out, Map<String, byte[]> entries) throws IOException {
        Path target = out.toAbsolutePath();
        Files.createDirectories(target.getParent());
        // Not a temporary file of the JDK: that only its owner may read, and a web server could not serve it.
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (OutputStream file = Files.newOutputStream(part);
                    ZipOutputStream zip = new ZipOutputStream(file)) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    zip.putNextEntry(stored(entry.getKey(), entry.getValue()));
                    zip.write(entry.getValue());
                    zip.closeEntry();
                }
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static ZipEntry stored(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(TIME);
        return entry;
    }
}
