/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this gateway accepted, and when first.
 *
 * <p>Every package comes again at each start of the gateway; without this record a plant would stop at the first restart
 * after its signer's certificate expired. It is also the only witness of time on a gateway without a clock: what was
 * accepted shows that a time has passed. Only the first acceptance is recorded, and nothing is accepted for the first time
 * outside its validity, so a clock that runs wild cannot push the witness far.
 */
public final class Acceptances {

    /** No gateway with this code ran before. */
    static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

    private static final Logger LOG = LoggerFactory.getLogger(Acceptances.class);
    private static final int MOST = 1_000;

    private final Path file;
    private final Map<String, Instant> firstByKey = new LinkedHashMap<>();
    private Instant floor = EARLIEST;
    private boolean failed;

    private Acceptances(Path file) {
        this.file = file;
    }

    /** A record that ends with this object. */
    public static Acceptances inMemory() {
        return new Acceptances(null);
    }

    /** A record in a file; lines that are damaged are passed over. */
    public static Acceptances in(Path file) {
        Acceptances acceptances = new Acceptances(file);
        if (Files.exists(file)) {
            try {
                Files.readString(file, StandardCharsets.ISO_8859_1).lines().forEach(acceptances::load);
            } catch (IOException e) {
                acceptances.complain("read", e);
            }
        }
        return acceptances;
    }

    private void load(String line) {
        if (line.matches("[0-9a-f]{64} [0-9a-f]{64} \\d{1,11}")) {
            int space = line.lastIndexOf(' ');
            put(line.substring(0, space), Instant.ofEpochSecond(Long.parseLong(line.substring(space + 1))));
        }
    }

    private void put(String key, Instant at) {
        firstByKey.putIfAbsent(key, at);
        floor = at.isAfter(floor) ? at : floor;
    }

    /** A time that has certainly passed. */
    public synchronized Instant floor() {
        return floor;
    }

    /** When a content by a signer was accepted first, null when it never was. */
    public synchronized Instant first(String digest, String fingerprint) {
        return firstByKey.get(digest + " " + fingerprint);
    }

    /** Records an acceptance; for a known one, only that it is still in use. */
    public synchronized void add(String digest, String fingerprint, Instant at) {
        String key = digest + " " + fingerprint;
        Instant known = firstByKey.remove(key);
        if (known != null) {
            firstByKey.put(key, known);
            return;
        }
        put(key, at);
        if (file == null) {
            return;
        }
        try {
            if (firstByKey.size() > MOST) {
                shrink();
            } else {
                write(file, line(key, at), StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            complain("written", e);
        }
    }

    /** Those not used for the longest time go, half of them at once. */
    private void shrink() throws IOException {
        Iterator<String> oldest = firstByKey.keySet().iterator();
        while (firstByKey.size() > MOST / 2) {
            oldest.next();
            oldest.remove();
        }
        StringBuilder lines = new StringBuilder();
        firstByKey.forEach((key, at) -> lines.append(line(key, at)));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        write(part, lines.toString(), StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String line(String key, Instant at) {
        return key + " " + at.getEpochSecond() + "\n";
    }

    private static void write(Path file, String text, StandardOpenOption how) throws IOException {
        Files.createDirectories(file.getParent());
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            // A line that a power cut tore must not swallow the next one.
            for (String piece :
                    out.size() > 0 && how == StandardOpenOption.APPEND ? List.of("\n", text) : List.of(text)) {
                ByteBuffer bytes = ByteBuffer.wrap(piece.getBytes(StandardCharsets.ISO_8859_1));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
    }

    private void complain(String what, IOException e) {
        if (!failed) {
            failed = true;
            LOG.warn(
                    "{} cannot be {}: {}. Signers whose certificates expire will be refused after the next restart.",
                    file,
                    what,
                    e.toString());
        }
    }
}
