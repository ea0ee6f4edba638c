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

import org.eclipse.kura.crypto.CryptoService;

/** Kura's CryptoService as far as a key needs to be wrapped; whoever turns it round has the key. */
@SuppressWarnings("deprecation") // Kura's interface has members of former times
final class TurningCrypto implements CryptoService {

    private static char[] turned(char[] text) {
        return new StringBuilder(new String(text)).reverse().toString().toCharArray();
    }

    @Override
    public char[] encryptAes(char[] value) {
        return turned(value);
    }

    @Override
    public char[] decryptAes(char[] encryptedValue) {
        return turned(encryptedValue);
    }

    @Override
    public String encryptAes(String value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String decryptAes(String encryptedValue) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String hash(String s, String algorithm) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String encodeBase64(String stringValue) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String decodeBase64(String encodedValue) {
        throw new UnsupportedOperationException();
    }

    @Override
    public char[] getKeyStorePassword(String keyStorePath) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setKeyStorePassword(String keyStorePath, char[] password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setKeyStorePassword(String keyStorePath, String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isFrameworkSecure() {
        return false;
    }
}
