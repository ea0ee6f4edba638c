/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256 in Galois/counter mode (NIST SP 800-38D) over topic and payload of each message; identifier and order are
 * authenticated with them, so that no record can take another's place.
 *
 * <p>The initialization vector is the order, which never repeats in the life of a log, and four random bytes that tell
 * this opening of the log from one whose tail was lost.
 */
final class Encryption {

    static final int KEY_BYTES = 32;
    private static final int VECTOR = 12;
    private static final int TAG = 16;
    static final int OVERHEAD = VECTOR + TAG;

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";

    private final SecretKeySpec key;
    private final int opening = new SecureRandom().nextInt();

    Encryption(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    byte[] encrypt(byte[] topic, byte[] payload, int id, long order) {
        try {
            byte[] vector =
                    ByteBuffer.allocate(VECTOR).putInt(opening).putLong(order).array();
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, vector, id, order);
            ByteBuffer sealed = ByteBuffer.allocate(VECTOR + topic.length + payload.length + TAG);
            sealed.put(vector);
            cipher.update(ByteBuffer.wrap(topic), sealed);
            cipher.doFinal(ByteBuffer.wrap(payload), sealed);
            return sealed.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES in Galois/counter mode is part of every Java runtime", e);
        }
    }

    byte[] decrypt(byte[] sealed, int id, long order) throws IOException {
        try {
            byte[] vector = java.util.Arrays.copyOf(sealed, VECTOR);
            return cipher(Cipher.DECRYPT_MODE, vector, id, order).doFinal(sealed, VECTOR, sealed.length - VECTOR);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("cannot be decrypted with the key of this queue", e);
        }
    }

    private Cipher cipher(int mode, byte[] vector, int id, long order) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, vector));
        cipher.updateAAD(ByteBuffer.allocate(12).putInt(id).putLong(order).flip());
        return cipher;
    }
}
