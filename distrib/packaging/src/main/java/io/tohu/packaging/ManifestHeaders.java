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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A jar manifest that can be changed and keeps the order of its sections and headers. */
final class ManifestHeaders {

    private static final String NAME = "Name";
    private static final String VERSION = "Manifest-Version";

    private final Map<String, String> main = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();

    private ManifestHeaders() {}

    /** @throws PackagingException when the bytes are not a manifest */
    static ManifestHeaders parse(byte[] bytes) {
        ManifestHeaders headers = new ManifestHeaders();
        Map<String, String> section = headers.main;
        // A line that begins with a space continues the one before.
        String text = new String(bytes, StandardCharsets.UTF_8).replaceAll("\r?\n ", "");
        for (String line : text.split("\r?\n", -1)) {
            int colon = line.indexOf(": ");
            if (line.isEmpty()) {
                section = new LinkedHashMap<>();
            } else if (colon <= 0) {
                throw new PackagingException("the manifest has the line '" + line + "', which is no header");
            } else if (section.isEmpty() && section != headers.main) {
                headers.sections.put(line.substring(colon + 2), section);
                section.put(NAME, line.substring(colon + 2));
            } else {
                section.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return headers;
    }

    List<String> sections() {
        return List.copyOf(sections.keySet());
    }

    void remove(String header) {
        main.remove(header);
    }

    void set(String header, String value) {
        main.put(header, value);
    }

    void set(String section, String header, String value) {
        sections.get(section).put(header, value);
    }

    byte[] bytes() {
        ManifestText text = new ManifestText();
        main.forEach((name, value) -> {
            if (!name.equals(VERSION)) {
                text.header(name, value);
            }
        });
        sections.forEach((entry, headers) -> {
            text.section(entry);
            headers.forEach((name, value) -> {
                if (!name.equals(NAME)) {
                    text.header(name, value);
                }
            });
        });
        return text.bytes();
    }
}
