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

import java.nio.charset.StandardCharsets;

/**
 * Text of a jar manifest, headers in the order in which they are added.
 *
 * <p>{@link java.util.jar.Manifest} gives no order to its sections, and the sections of a deployment package name its
 * bundles in the order of the file.
 */
final class ManifestText {

    static final String PATH = "META-INF/MANIFEST.MF";

    /** A line's limit without its end (JAR File Specification). */
    private static final int LINE_BYTES = 70;

    private final StringBuilder text = new StringBuilder();

    ManifestText() {
        header("Manifest-Version", "1.0");
    }

    ManifestText section(String name) {
        text.append("\r\n");
        return header("Name", name);
    }

    ManifestText header(String name, String value) {
        if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0 || value.indexOf('\0') >= 0) {
            throw new PackagingException("the manifest header " + name + " must be one line, not '" + value + "'");
        }
        int bytesInLine = 0;
        String line = name + ": " + value;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            String character = Character.toString(line.codePointAt(i));
            int bytes = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytesInLine + bytes > LINE_BYTES) {
                text.append("\r\n ");
                bytesInLine = 1;
            }
            text.append(character);
            bytesInLine += bytes;
        }
        text.append("\r\n");
        return this;
    }

    byte[] bytes() {
        return (text + "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
