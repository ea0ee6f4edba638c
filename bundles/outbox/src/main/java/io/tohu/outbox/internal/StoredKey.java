/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.crypto.CryptoService;

/**
 * The key of a queue, random and wrapped by Kura's CryptoService in a file beside the log. It stays when encryption is
 * switched off, because there may be messages that need it.
 */
final class StoredKey {

    private static final String FILE = "key";
    private static final int BYTES = 32;

    private final CryptoService crypto;
    private final boolean wanted;

    /** @param wanted whether new messages are to be encrypted */
    StoredKey(CryptoService crypto, boolean wanted) {
        this.crypto = crypto;
        this.wanted = wanted;
    }

    boolean isWanted() {
        return wanted;
    }

    /**
     * The key in a directory; made when it is wanted and not there.
     *
     * @return null when there is none
     */
    byte[] read(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        try {
            if (Files.exists(file)) {
                char[] plain = crypto.decryptAes(Files.readString(file).toCharArray());
                return Base64.getDecoder().decode(new String(plain));
            }
            return wanted ? make(directory, file) : null;
        } catch (KuraException | IllegalArgumentException e) {
            throw new IOException(
                    file + " cannot be unwrapped; was Kura's encryption key changed? Restore it, or move " + directory
                            + " away to begin an empty queue",
                    e);
        }
    }

    private byte[] make(Path directory, Path file) throws IOException, KuraException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        char[] wrapped =
                crypto.encryptAes(Base64.getEncoder().encodeToString(key).toCharArray());
        Path fresh = directory.resolve(FILE + ".new");
        Files.writeString(fresh, new String(wrapped));
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
        return key;
    }
}
