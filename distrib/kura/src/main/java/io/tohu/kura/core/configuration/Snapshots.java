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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.crypto.CryptoService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files {@code snapshot_<milliseconds>.xml}: the newest counts, they are encrypted, and only so many are kept.
 * Number 0, with which a gateway was shipped, is never removed. As in Kura they are written in place.
 */
final class Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final Pattern NAME = Pattern.compile("snapshot_([0-9]{1,18})\\.xml");

    private final Path directory;
    private final int kept;
    private final CryptoService crypto;
    private final Clock clock;
    private final SnapshotXml xml;
    private final Passwords passwords;

    Snapshots(Path directory, int kept, CryptoService crypto, Clock clock) {
        this.directory = directory;
        this.kept = kept;
        this.crypto = crypto;
        this.clock = clock;
        this.xml = new SnapshotXml(crypto);
        this.passwords = new Passwords(crypto);
    }

    NavigableSet<Long> ids() throws KuraException {
        NavigableSet<Long> ids = new TreeSet<>();
        try (Stream<Path> files = Files.isDirectory(directory) ? Files.list(directory) : Stream.empty()) {
            for (Path each : files.toList()) {
                Matcher name = NAME.matcher(each.getFileName().toString());
                if (name.matches()) {
                    ids.add(Long.valueOf(name.group(1)));
                }
            }
            return ids;
        } catch (IOException e) {
            throw new KuraException(KuraErrorCode.CONFIGURATION_SNAPSHOT_LISTING, e);
        }
    }

    private Path file(long id) {
        return directory.resolve("snapshot_" + id + ".xml");
    }

    /**
     * The newest snapshot. As in Kura, plain ones count only as long as none is encrypted, and are encrypted then; a plain
     * one among encrypted ones is nothing at all.
     *
     * @throws KuraException when none is encrypted and one of them is no snapshot, by which Kura does not start either
     */
    List<ComponentConfiguration> newest() throws KuraException {
        NavigableSet<Long> ids = ids();
        if (ids.isEmpty()) {
            return List.of();
        }
        if (isEncrypted(ids.last())) {
            return get(ids.last());
        }
        if (ids.stream().anyMatch(this::isEncrypted)) {
            LOG.error(
                    "{} is not encrypted with this gateway's key, as the others are: nothing of it counts",
                    file(ids.last()));
            return List.of();
        }
        for (long id : ids) {
            encrypt(id);
        }
        return get(ids.last());
    }

    private boolean isEncrypted(long id) {
        try {
            crypto.decryptAes(text(id).toCharArray());
            return true;
        } catch (KuraException e) {
            return false;
        }
    }

    private void encrypt(long id) throws KuraException {
        List<StoredConfiguration> all = parse(id, text(id)).stream()
                .map(each -> StoredConfiguration.of(
                        each.getPid(), null, passwords.encrypted(each.getConfigurationProperties())))
                .toList();
        write(id, all);
    }

    List<ComponentConfiguration> get(long id) throws KuraException {
        return parse(id, new String(crypto.decryptAes(text(id).toCharArray())));
    }

    private List<ComponentConfiguration> parse(long id, String text) throws KuraException {
        try {
            return xml.read(text);
        } catch (IOException e) {
            throw new KuraException(KuraErrorCode.DECODER_ERROR, e, file(id) + ": " + e.getMessage());
        }
    }

    private String text(long id) throws KuraException {
        try {
            return Files.readString(file(id));
        } catch (IOException e) {
            throw new KuraException(KuraErrorCode.CONFIGURATION_SNAPSHOT_NOT_FOUND, e, file(id).toString());
        }
    }

    /** Adds a newest snapshot and removes the oldest above the number kept. Returns its id. */
    long save(Collection<? extends ComponentConfiguration> configurations) throws KuraException {
        NavigableSet<Long> ids = ids();
        long id = clock.millis();
        if (!ids.isEmpty() && id <= ids.last()) {
            id = ids.last() + 1;
        }
        write(
                id,
                configurations.stream()
                        .map(each -> StoredConfiguration.of(each.getPid(), null, each.getConfigurationProperties()))
                        .toList());
        LOG.info("Wrote {} with {} components", file(id).getFileName(), configurations.size());
        removeOldest();
        return id;
    }

    private void write(long id, List<StoredConfiguration> configurations) throws KuraException {
        try {
            Files.createDirectories(directory);
            Files.writeString(
                    file(id),
                    new String(crypto.encryptAes(xml.write(configurations).toCharArray())));
        } catch (IOException e) {
            throw KuraException.internalError(e, file(id) + " cannot be written: " + e.getMessage());
        }
    }

    private void removeOldest() throws KuraException {
        NavigableSet<Long> ids = ids();
        int surplus = ids.size() - kept;
        for (long each : ids.tailSet(1L).stream().limit(Math.max(0, surplus)).toList()) {
            try {
                Files.deleteIfExists(file(each));
            } catch (IOException e) {
                LOG.warn("{} stays: {}", file(each), e.getMessage());
            }
        }
    }
}
