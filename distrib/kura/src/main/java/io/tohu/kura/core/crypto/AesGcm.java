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

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Text under AES in Galois/Counter Mode, written as Kura does: {@code base64(iv)-base64(ciphertext and tag)}, a 12 byte
 * random initialization vector and a 128 bit tag (NIST SP 800-38D).
 */
final class AesGcm {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int TAG_BITS = 128;
    private static final int IV_BYTES = 12;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** @param key 16, 24 or 32 bytes */
    AesGcm(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    String encrypt(char[] text) throws GeneralSecurityException {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, iv));
        ByteBuffer plain = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
        byte[] secret = cipher.doFinal(plain.array(), plain.arrayOffset(), plain.limit());
        Base64.Encoder base64 = Base64.getEncoder();
        return base64.encodeToString(iv) + "-" + base64.encodeToString(secret);
    }

    /** @throws GeneralSecurityException if this is not text that {@link #encrypt} wrote with the same key */
    char[] decrypt(String encrypted) throws GeneralSecurityException {
        String[] parts = encrypted.split("-");
        if (parts.length != 2) {
            throw new GeneralSecurityException("not encrypted text");
        }
        try {
            byte[] iv = Base64.getDecoder().decode(parts[0]);
            byte[] secret = Base64.getDecoder().decode(parts[1]);
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, iv));
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(cipher.doFinal(secret)));
            char[] result = new char[text.remaining()];
            text.get(result);
            return result;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new GeneralSecurityException("not encrypted text", e);
        }
    }
}
