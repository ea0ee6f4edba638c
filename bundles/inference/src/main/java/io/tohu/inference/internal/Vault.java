/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.crypto.CryptoService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals models at rest with AES-256-GCM under a random key of this gateway. The key lies in a file, wrapped by Kura's
 * CryptoService: it is worth as much as the key of that service is.
 */
final class Vault {

    private static final Logger logger = LoggerFactory.getLogger(Vault.class);

    private static final byte[] MAGIC = "TOHU-AES-GCM-1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    private Vault(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * Opens the vault, with a new key where there is none, or none that can be unwrapped: what was sealed with the
     * former one is lost then, and comes again with its bundle.
     */
    static Vault open(Path keyFile, CryptoService crypto) throws IOException {
        if (Files.exists(keyFile)) {
            try {
                char[] wrapped = Files.readString(keyFile, StandardCharsets.US_ASCII)
                        .strip()
                        .toCharArray();
                byte[] key = Base64.getDecoder().decode(new String(crypto.decryptAes(wrapped)));
                if (key.length == KEY_BYTES) {
                    return new Vault(key);
                }
                logger.warn("{} holds no key of {} bytes", keyFile, KEY_BYTES);
            } catch (KuraException | IllegalArgumentException e) {
                logger.warn(
                        "The key in {} cannot be unwrapped; was org.eclipse.kura.core.crypto.secretKey changed?",
                        keyFile,
                        e);
            }
            Files.move(
                    keyFile,
                    keyFile.resolveSibling(keyFile.getFileName() + ".unreadable"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            char[] wrapped =
                    crypto.encryptAes(Base64.getEncoder().encodeToString(key).toCharArray());
            DurableFile.write(keyFile, new String(wrapped).getBytes(StandardCharsets.US_ASCII));
        } catch (KuraException e) {
            throw new IOException("Kura's CryptoService does not wrap the key: " + e.getMessage(), e);
        }
        return new Vault(key);
    }

    static boolean isSealed(byte[] bytes) {
        return bytes.length >= MAGIC.length && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    byte[] seal(byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, 0).doFinal(plain);
            return ByteBuffer.allocate(MAGIC.length + NONCE_BYTES + sealed.length)
                    .put(MAGIC)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** @throws IOException when it was sealed with another key or was changed */
    byte[] open(byte[] sealed) throws IOException {
        int head = MAGIC.length + NONCE_BYTES;
        if (!isSealed(sealed) || sealed.length < head) {
            throw new IOException("it was not sealed by this gateway");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, sealed, MAGIC.length).doFinal(sealed, head, sealed.length - head);
        } catch (GeneralSecurityException e) {
            throw new IOException("it was sealed with another key, or changed since", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, int offset) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, offset, NONCE_BYTES));
        return cipher;
    }
}
