/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust.internal.signature;

import io.tohu.trust.internal.RefusedException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A jar manifest or signature file, read strictly (JAR File Specification): {@link java.util.jar.Manifest} merges
 * sections of one name and lets the last of two headers win, and a forger chooses what is merged.
 */
final class ManifestSections {

    static final String MANIFEST = "META-INF/MANIFEST.MF";

    private static final String NAME = "name";

    private final byte[] bytes;
    private final Map<String, Header> main;
    private final Map<String, Map<String, Header>> sections = new LinkedHashMap<>();

    /** A header's value and where it stands, line ends included. */
    private record Header(String value, int from, int to) {}

    private ManifestSections(byte[] bytes, String file) throws RefusedException {
        this.bytes = bytes;
        Cursor cursor = new Cursor(bytes, file);
        this.main = section(cursor, file);
        while (cursor.skipEmptyLines()) {
            Map<String, Header> section = section(cursor, file);
            Header name = section.remove(NAME);
            if (name == null || name.from() != cursor.sectionStart) {
                throw new RefusedException(file + " has a section that does not begin with a name.");
            }
            if (sections.put(name.value(), section) != null) {
                throw new RefusedException(file + " speaks twice of the entry " + name.value() + ".");
            }
        }
    }

    static ManifestSections parse(byte[] bytes, String file) throws RefusedException {
        return new ManifestSections(bytes, file);
    }

    private static Map<String, Header> section(Cursor cursor, String file) throws RefusedException {
        Map<String, Header> headers = new LinkedHashMap<>();
        cursor.sectionStart = cursor.at;
        while (cursor.inSection()) {
            int from = cursor.at;
            String line = cursor.line();
            int colon = line.indexOf(": ");
            if (colon <= 0 || !line.substring(0, colon).matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
                throw new RefusedException(file + " has a line that is not a header.");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            if (headers.put(name, new Header(line.substring(colon + 2), from, cursor.at)) != null) {
                throw new RefusedException(
                        file + " has the header " + line.substring(0, colon) + " twice in a section.");
            }
        }
        return headers;
    }

    /** Value of a header of the main section, null when it is not there. */
    String header(String name) {
        return value(main, name);
    }

    /** Names of entries that have a section. */
    Iterable<String> names() {
        return sections.keySet();
    }

    boolean has(String entry) {
        return sections.containsKey(entry);
    }

    /** Value of a header of an entry's section, null when it is not there. */
    String header(String entry, String name) {
        Map<String, Header> section = sections.get(entry);
        return section == null ? null : value(section, name);
    }

    private static String value(Map<String, Header> headers, String name) {
        Header header = headers.get(name.toLowerCase(Locale.ROOT));
        return header == null ? null : header.value();
    }

    /** Every byte as it was, except for those of one header of the main section. */
    byte[] without(String name) {
        Header header = main.get(name.toLowerCase(Locale.ROOT));
        ByteArrayOutputStream rest = new ByteArrayOutputStream(bytes.length);
        rest.write(bytes, 0, header.from());
        rest.write(bytes, header.to(), bytes.length - header.to());
        return rest.toByteArray();
    }

    /** Walks over lines; a line that begins with a space continues the one before. */
    private static final class Cursor {

        private final byte[] bytes;
        private final String file;
        private int at;
        private int sectionStart;

        Cursor(byte[] bytes, String file) throws RefusedException {
            this.bytes = bytes;
            this.file = file;
            if (bytes.length == 0 || bytes[bytes.length - 1] != '\n') {
                throw new RefusedException(file + " is empty or ends in the middle of a line.");
            }
        }

        /** False at the end. */
        boolean skipEmptyLines() {
            while (at < bytes.length && emptyLine() > 0) {
                at += emptyLine();
            }
            return at < bytes.length;
        }

        boolean inSection() {
            return at < bytes.length && emptyLine() == 0;
        }

        private int emptyLine() {
            if (bytes[at] == '\n') {
                return 1;
            }
            return bytes[at] == '\r' && bytes[at + 1] == '\n' ? 2 : 0;
        }

        String line() throws RefusedException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            do {
                if (line.size() > 0) {
                    at++;
                }
                while (bytes[at] != '\n') {
                    boolean end = bytes[at] == '\r' && bytes[at + 1] == '\n';
                    if (bytes[at] == 0 || bytes[at] == '\r' && !end) {
                        throw new RefusedException(file + " has characters that no text has.");
                    }
                    if (!end) {
                        line.write(bytes[at]);
                    }
                    at++;
                }
                at++;
            } while (at < bytes.length && bytes[at] == ' ');
            return line.toString(StandardCharsets.UTF_8);
        }
    }
}
