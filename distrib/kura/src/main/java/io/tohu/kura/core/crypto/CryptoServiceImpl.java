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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.BadPaddingException;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.system.SystemService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts what is written to disk. As on Kura the key is a constant that everybody can read unless the system property
 * {@value #KEY} gives one of 16, 24 or 32 characters: it keeps passwords out of sight, not out of reach.
 */
@Component(
        name = "org.eclipse.kura.crypto.CryptoService",
        immediate = true,
        property = "service.pid=org.eclipse.kura.crypto.CryptoService")
public final class CryptoServiceImpl implements CryptoService {

    static final String KEY = "org.eclipse.kura.core.crypto.secretKey";

    private static final String DEFAULT_KEY = "tohu-desk-and-ci";
    private static final Logger LOG = LoggerFactory.getLogger(CryptoServiceImpl.class);

    private final AesGcm cipher;
    private final KeystorePasswords keystorePasswords;

    @Activate
    public CryptoServiceImpl(@Reference SystemService system) {
        cipher = new AesGcm(key(System.getProperty(KEY, DEFAULT_KEY)));
        keystorePasswords = new KeystorePasswords(Path.of(system.getKuraDataDirectory(), "store.save"), cipher);
    }

    /** @throws IllegalArgumentException if it is no key for AES; the message names the property, not the key */
    static byte[] key(String text) {
        byte[] key = text.getBytes(StandardCharsets.UTF_8);
        if (key.length != 16 && key.length != 24 && key.length != 32) {
            throw new IllegalArgumentException(
                    "the system property " + KEY + " must have 16, 24 or 32 bytes, it has " + key.length);
        }
        return key;
    }

    @Override
    public char[] encryptAes(char[] value) throws KuraException {
        try {
            return cipher.encrypt(value).toCharArray();
        } catch (GeneralSecurityException e) {
            throw new KuraException(KuraErrorCode.ENCODE_ERROR, e, "value");
        }
    }

    @Override
    public char[] decryptAes(char[] encryptedValue) throws KuraException {
        try {
            return encryptedValue.length == 0 ? new char[0] : cipher.decrypt(new String(encryptedValue));
        } catch (GeneralSecurityException e) {
            throw new KuraException(KuraErrorCode.DECODER_ERROR, e, "value");
        }
    }

    @Override
    @Deprecated
    public String encryptAes(String value) throws BadPaddingException {
        try {
            return new String(encryptAes(value.toCharArray()));
        } catch (KuraException e) {
            throw new BadPaddingException(e.getMessage());
        }
    }

    @Override
    @Deprecated
    public String decryptAes(String encryptedValue) throws IOException {
        try {
            return new String(decryptAes(encryptedValue.toCharArray()));
        } catch (KuraException e) {
            throw new IOException(e);
        }
    }

    @Override
    public String hash(String text, String algorithm) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance(algorithm);
        return Base64.getEncoder().encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String encodeBase64(String text) {
        return text == null ? null : Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String decodeBase64(String encoded) {
        return encoded == null ? null : new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    @Override
    public char[] getKeyStorePassword(String keystore) {
        try {
            return keystorePasswords.get(keystore);
        } catch (IOException | GeneralSecurityException e) {
            LOG.warn("The password of keystore {} cannot be read: {}", keystore, e.getMessage());
            return null;
        }
    }

    @Override
    public void setKeyStorePassword(String keystore, char[] password) throws KuraException {
        try {
            keystorePasswords.set(keystore, password);
        } catch (IOException | GeneralSecurityException e) {
            throw KuraException.internalError(e);
        }
    }

    @Override
    @Deprecated
    public void setKeyStorePassword(String keystore, String password) throws IOException {
        try {
            setKeyStorePassword(keystore, password.toCharArray());
        } catch (KuraException e) {
            throw new IOException(e);
        }
    }

    @Override
    public boolean isFrameworkSecure() {
        return false;
    }
}
