/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.keystore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.crypto.CryptoService;

/** One keystore file, opened anew for every access with the configured password or the one the gateway keeps for it. */
final class KeystoreFile {

    private final Path path;
    private final char[] configured;
    private final CryptoService crypto;

    /** A keystore that is open, and the password that did it. */
    record Opened(KeyStore store, char[] password) {

        KeyStore.ProtectionParameter protection() {
            return new KeyStore.PasswordProtection(password);
        }
    }

    KeystoreFile(Path path, char[] configured, CryptoService crypto) {
        this.path = path;
        this.configured = configured;
        this.crypto = crypto;
    }

    Path path() {
        return path;
    }

    void createIfMissing() throws KuraException {
        if (Files.exists(path)) {
            return;
        }
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, configured);
            save(new Opened(store, configured));
        } catch (IOException | GeneralSecurityException e) {
            throw new KuraException(KuraErrorCode.BAD_REQUEST, e, "keystore " + path + " cannot be created");
        }
        crypto.setKeyStorePassword(path.toString(), configured);
    }

    /** @throws KuraException BAD_REQUEST when neither password opens it */
    Opened open() throws KuraException {
        char[] kept = crypto.getKeyStorePassword(path.toString());
        Exception cause = null;
        for (char[] password :
                Stream.of(configured, kept).filter(each -> each != null).toList()) {
            try (InputStream in = Files.newInputStream(path)) {
                KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
                store.load(in, password);
                if (!Arrays.equals(kept, password)) {
                    crypto.setKeyStorePassword(path.toString(), password);
                }
                return new Opened(store, password);
            } catch (IOException | GeneralSecurityException e) {
                cause = e;
            }
        }
        throw new KuraException(KuraErrorCode.BAD_REQUEST, cause, "keystore " + path + " cannot be opened");
    }

    void save(Opened opened) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(path)) {
            opened.store().store(out, opened.password());
        }
    }

    /** Gives the file and its keys the password. */
    void changePassword(char[] password) throws KuraException {
        Opened old = open();
        if (Arrays.equals(old.password(), password)) {
            return;
        }
        Opened changed = new Opened(old.store(), password);
        try {
            for (String alias : Collections.list(old.store().aliases())) {
                if (old.store().isKeyEntry(alias)) {
                    KeyStore.Entry entry = old.store().getEntry(alias, old.protection());
                    old.store().setEntry(alias, entry, changed.protection());
                }
            }
            save(changed);
        } catch (IOException | GeneralSecurityException e) {
            throw new KuraException(KuraErrorCode.BAD_REQUEST, e, "the password of " + path + " cannot be changed");
        }
        crypto.setKeyStorePassword(path.toString(), password);
    }
}
