/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.crypto;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Properties;

/** The passwords of keystores, encrypted, in the file {@code store.save} of Kura's data directory. */
final class KeystorePasswords {

    /** What Kura answers as long as no password was ever stored. */
    private static final String INITIAL = "changeit";

    private final Path file;
    private final AesGcm cipher;

    KeystorePasswords(Path file, AesGcm cipher) {
        this.file = file;
        this.cipher = cipher;
    }

    /** Null when passwords are stored but none for this keystore. */
    synchronized char[] get(String keystore) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            return INITIAL.toCharArray();
        }
        String encrypted = load().getProperty(keystore);
        return encrypted == null ? null : cipher.decrypt(encrypted);
    }

    synchronized void set(String keystore, char[] password) throws IOException, GeneralSecurityException {
        Properties all = Files.exists(file) ? load() : new Properties();
        all.setProperty(keystore, cipher.encrypt(password));
        try (Writer out = Files.newBufferedWriter(file)) {
            all.store(out, null);
        }
    }

    private Properties load() throws IOException {
        Properties all = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            all.load(in);
        }
        return all;
    }
}
