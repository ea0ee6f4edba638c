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

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.crypto.CryptoService;

/** "Encrypts" by a mark in front, so that a test can see what is encrypted. */
final class ReadableCrypto implements CryptoService {

    static final String MARK = "secret:";

    @Override
    public char[] encryptAes(char[] value) {
        return (MARK + new String(value)).toCharArray();
    }

    @Override
    public char[] decryptAes(char[] value) throws KuraException {
        String text = new String(value);
        if (!text.startsWith(MARK)) {
            throw new KuraException(KuraErrorCode.DECODER_ERROR, "value");
        }
        return text.substring(MARK.length()).toCharArray();
    }

    @Override
    @Deprecated
    public String encryptAes(String value) {
        return new String(encryptAes(value.toCharArray()));
    }

    @Override
    @Deprecated
    public String decryptAes(String value) {
        return value.substring(MARK.length());
    }

    @Override
    public String hash(String text, String algorithm) {
        return Integer.toHexString(text.hashCode());
    }

    @Override
    public String encodeBase64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String decodeBase64(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    @Override
    public char[] getKeyStorePassword(String keystore) {
        return new char[0];
    }

    @Override
    public void setKeyStorePassword(String keystore, char[] password) {
        throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    public void setKeyStorePassword(String keystore, String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isFrameworkSecure() {
        return false;
    }
}
