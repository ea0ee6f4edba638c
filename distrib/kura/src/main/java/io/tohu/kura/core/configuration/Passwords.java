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

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
        return each(properties, this::encrypt);
    }

    /** A copy in which passwords are plain; one that cannot be decrypted stays as it is. */
    Map<String, Object> decrypted(Map<String, Object> properties) {
        return each(properties, password -> decrypt(password).orElse(password));
    }

    private static Map<String, Object> each(Map<String, Object> properties, UnaryOperator<Password> change) {
        Map<String, Object> result = new HashMap<>(properties);
        properties.forEach((name, value) -> {
            if (value instanceof Password password) {
                Password changed = change.apply(password);
                result.computeIfPresent(name, (same, before) -> changed);
            } else if (value instanceof Password[] passwords) {
                result.put(name, Arrays.stream(passwords).map(change).toArray(Password[]::new));
            }
        });
        return result;
    }

    /** Null when it cannot be encrypted. */
    Password encrypt(Password password) {
        if (decrypt(password).isPresent()) {
            return password;
        }
        try {
            return new Password(crypto.encryptAes(password.getPassword()));
        } catch (KuraException e) {
            LOG.warn("A password cannot be encrypted and is left out: {}", e.getMessage());
            return null;
        }
    }

    private Optional<Password> decrypt(Password password) {
        try {
            return Optional.of(new Password(crypto.decryptAes(password.getPassword())));
        } catch (KuraException e) {
            return Optional.empty();
        }
    }
}
