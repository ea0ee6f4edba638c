/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.configuration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.crypto.CryptoService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files {@code snapshot_<milliseconds>.xml}: the newest counts, they are encrypted, and only so many are kept.
 * Number 0, with which a gateway was shipped, is never removed.
 */
final class SnapshotStore {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotStore.class);
    private static final Pattern NAME = Pattern.compile("snapshot_([0-9]{1,18})\\.xml");

    private final Path directory;
    private final int kept;
    private final CryptoService crypto;
    private final Clock clock;

    SnapshotStore(Path directory, int kept, CryptoService crypto, Clock clock) {
        this.directory = directory;
        this.kept = kept;
        this.crypto = crypto;
        this.clock = clock;
    }

    NavigableSet<Long> ids() throws IOException {
        NavigableSet<Long> ids = new TreeSet<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path each : files.toList()) {
                    Matcher name = NAME.matcher(each.getFileName().toString());
                    if (name.matches()) {
                        ids.add(Long.valueOf(name.group(1)));
                    }
                }
            }
        }
        return ids;
    }

    Path file(long id) {
        return directory.resolve("snapshot_" + id + ".xml");
    }

    /**
     * The snapshot's XML.
     *
     * @throws KuraException if the file is not encrypted with this gateway's key
     */
    String read(long id) throws IOException, KuraException {
        return new String(crypto.decryptAes(readPlain(id).toCharArray()));
    }

    /** The file as it is. */
    String readPlain(long id) throws IOException {
        return Files.readString(file(id), StandardCharsets.UTF_8);
    }

    boolean isEncrypted(long id) throws IOException {
        try {
            read(id);
            return true;
        } catch (KuraException e) {
            return false;
        }
    }

    /** Adds a newest snapshot and removes the oldest above the number kept. Returns its id. */
    long add(String xml) throws IOException, KuraException {
        NavigableSet<Long> ids = ids();
        long id = clock.millis();
        if (!ids.isEmpty() && id <= ids.last()) {
            id = ids.last() + 1;
        }
        write(id, xml);
        removeOldest();
        return id;
    }

    /** Replaces the file in one step: a power cut leaves the old content or the new one. */
    void write(long id, String xml) throws IOException, KuraException {
        Files.createDirectories(directory);
        Path whole = file(id);
        Path part = directory.resolve(whole.getFileName() + ".part");
        byte[] content = new String(crypto.encryptAes(xml.toCharArray())).getBytes(StandardCharsets.UTF_8);
        try (FileChannel out = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            out.force(true);
        }
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void removeOldest() throws IOException {
        NavigableSet<Long> ids = ids();
        int surplus = ids.size() - kept;
        for (long each : List.copyOf(ids)) {
            if (surplus > 0 && each != 0) {
                Files.deleteIfExists(file(each));
                LOG.info("Removed the old snapshot {}", file(each).getFileName());
                surplus--;
            }
        }
    }
}
