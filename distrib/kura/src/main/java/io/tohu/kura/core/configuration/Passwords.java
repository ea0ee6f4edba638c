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

import java.util.HashMap;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.Password;
import org.eclipse.kura.crypto.CryptoService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passwords in configurations: encrypted inside the gateway and for components, plain for who asks the service. */
final class Passwords {

    private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);

    private final CryptoService crypto;

    Passwords(CryptoService crypto) {
        this.crypto = crypto;
    }

    /** A copy in which passwords are encrypted; one that cannot be is left out. What is encrypted stays as it is. */
    Map<String, Object> encrypted(Map<String, Object> properties) {
        Map<String, Object> result = new HashMap<>(properties);
        properties.forEach((name, value) -> {
            try {
                if (value instanceof Password password) {
                    result.put(name, encrypt(password));
                } else if (value instanceof Password[] passwords) {
                    result.put(name, encryptAll(passwords));
                }
            } catch (KuraException e) {
                LOG.warn("The password {} cannot be encrypted and is left out", name);
                result.remove(name);
            }
        });
        return result;
    }

    /** A copy in which passwords are plain; one that cannot be decrypted stays as it is. */
    Map<String, Object> decrypted(Map<String, Object> properties) {
        Map<String, Object> result = new HashMap<>(properties);
        properties.forEach((name, value) -> {
            if (value instanceof Password password) {
                result.put(name, decrypt(password));
            } else if (value instanceof Password[] passwords) {
                Password[] plain = new Password[passwords.length];
                for (int i = 0; i < plain.length; i++) {
                    plain[i] = decrypt(passwords[i]);
                }
                result.put(name, plain);
            }
        });
        return result;
    }

    Password[] encryptAll(Password... passwords) throws KuraException {
        Password[] result = new Password[passwords.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = encrypt(passwords[i]);
        }
        return result;
    }

    Password encrypt(Password password) throws KuraException {
        return isEncrypted(password) ? password : new Password(crypto.encryptAes(password.getPassword()));
    }

    private boolean isEncrypted(Password password) {
        try {
            crypto.decryptAes(password.getPassword());
            return true;
        } catch (KuraException e) {
            return false;
        }
    }

    private Password decrypt(Password password) {
        try {
            return new Password(crypto.decryptAes(password.getPassword()));
        } catch (KuraException e) {
            return password;
        }
    }
}
