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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway's snapshots as configurations. */
final class Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final SnapshotXml.Content NOTHING = new SnapshotXml.Content(List.of(), Map.of());

    private final SnapshotStore store;
    private final SnapshotXml xml;
    private final Passwords passwords;

    Snapshots(SnapshotStore store, SnapshotXml xml, Passwords passwords) {
        this.store = store;
        this.xml = xml;
        this.passwords = passwords;
    }

    /** The name of the file that counts, for messages. */
    String newestName() {
        try {
            NavigableSet<Long> ids = store.ids();
            return ids.isEmpty()
                    ? "no snapshot"
                    : store.file(ids.last()).getFileName().toString();
        } catch (IOException e) {
            return "no readable snapshot";
        }
    }

    NavigableSet<Long> ids() throws KuraException {
        try {
            return store.ids();
        } catch (IOException e) {
            throw new KuraException(KuraErrorCode.CONFIGURATION_SNAPSHOT_LISTING, e);
        }
    }

    /** Encrypts hand-written snapshots. As on Kura, plain ones count only as long as none is encrypted. */
    void encryptPlain() {
        try {
            NavigableSet<Long> ids = store.ids();
            for (long id : ids) {
                if (store.isEncrypted(id)) {
                    return;
                }
            }
            for (long id : ids) {
                encrypt(id);
            }
        } catch (IOException e) {
            LOG.error("The snapshots cannot be read: {}", e.getMessage());
        }
    }

    private void encrypt(long id) {
        try {
            SnapshotXml.Content content = xml.read(store.readPlain(id));
            if (content.problems().isEmpty()) {
                store.write(id, xml.write(encryptedPasswords(content.configurations())));
            }
        } catch (IOException | KuraException e) {
            LOG.debug("{} stays as it is: {}", store.file(id), e.getMessage());
        }
    }

    /** The newest snapshot; nothing when there is none, or after one message when it cannot be read. */
    SnapshotXml.Content load() {
        return newest(true);
    }

    /** The newest snapshot; nothing when there is none or it cannot be read. */
    SnapshotXml.Content newest() {
        return newest(false);
    }

    private SnapshotXml.Content newest(boolean report) {
        try {
            NavigableSet<Long> ids = store.ids();
            return ids.isEmpty() ? NOTHING : read(ids.last(), report);
        } catch (IOException e) {
            return NOTHING;
        }
    }

    private SnapshotXml.Content read(long id, boolean report) throws IOException {
        try {
            return xml.read(store.isEncrypted(id) ? store.read(id) : onlyPlain(id));
        } catch (IOException | KuraException e) {
            if (report) {
                reportUnreadable(id, e);
            }
            return NOTHING;
        }
    }

    /** Plain text counts only where nothing is encrypted yet: a file that could not be rewritten at boot. */
    private String onlyPlain(long id) throws IOException {
        for (long each : store.ids()) {
            if (store.isEncrypted(each)) {
                throw new IOException("not encrypted with this gateway's key, as the others are");
            }
        }
        return store.readPlain(id);
    }

    private void reportUnreadable(long id, Exception cause) {
        LOG.error(
                "{}: {}. Components start with their defaults; correct the file or remove it, then restart",
                store.file(id),
                cause.getMessage().replaceAll("\\.+$", ""));
    }

    List<ComponentConfiguration> get(long id) throws KuraException {
        try {
            if (!store.ids().contains(id)) {
                throw new KuraException(
                        KuraErrorCode.CONFIGURATION_SNAPSHOT_NOT_FOUND,
                        store.file(id).toString());
            }
            return xml.read(store.read(id)).configurations();
        } catch (IOException e) {
            throw new KuraException(KuraErrorCode.DECODER_ERROR, e, "configuration");
        }
    }

    long save(Collection<ComponentConfiguration> configurations) throws KuraException {
        try {
            List<StoredConfiguration> withoutForms = configurations.stream()
                    .map(each -> StoredConfiguration.of(each.getPid(), null, each.getConfigurationProperties()))
                    .toList();
            long id = store.add(xml.write(withoutForms));
            LOG.info("Wrote {} with {} components", store.file(id).getFileName(), configurations.size());
            return id;
        } catch (IOException e) {
            throw KuraException.internalError(e, "the snapshot cannot be written: " + e.getMessage());
        }
    }

    private List<ComponentConfiguration> encryptedPasswords(List<ComponentConfiguration> configurations) {
        return configurations.stream()
                .<ComponentConfiguration>map(each -> StoredConfiguration.of(
                        each.getPid(), null, passwords.encrypted(each.getConfigurationProperties())))
                .toList();
    }
}
