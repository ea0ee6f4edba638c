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
import java.util.List;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.Password;
import org.eclipse.kura.crypto.CryptoService;

/**
 * A property's values as the text of a snapshot. Passwords are Base64 of the encrypted text; who writes a snapshot by
 * hand may give Base64 of the plain one, or the plain one marked as not encrypted.
 */
final class PropertyText {

    private final CryptoService crypto;

    PropertyText(CryptoService crypto) {
        this.crypto = crypto;
    }

    /** @throws IllegalArgumentException if a text is no value of the type; the message says what it must be */
    Object read(String label, boolean array, boolean encrypted, List<String> texts) {
        ValueType type = ValueType.named(label);
        if (type == null) {
            List<String> known =
                    Arrays.stream(ValueType.values()).map(ValueType::label).toList();
            throw new IllegalArgumentException("has the type '" + label + "', which is none of " + known);
        }
        if (!array && texts.isEmpty()) {
            throw new IllegalArgumentException("has no value");
        }
        String[] values = new String[array ? texts.size() : 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = type == ValueType.PASSWORD && encrypted ? reveal(texts.get(i)) : texts.get(i);
        }
        try {
            return array ? type.parseAll(values) : type.parse(values[0]);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "must be " + type.label() + " but is '" + String.join(", ", values) + "'", e);
        }
    }

    List<String> write(Object value) {
        Object[] values = value instanceof Object[] several ? several : new Object[] {value};
        return Arrays.stream(values)
                .map(each -> each instanceof Password ? encode(each.toString()) : String.valueOf(each))
                .toList();
    }

    private String reveal(String text) {
        try {
            return new String(crypto.decryptAes(text.toCharArray()));
        } catch (KuraException e) {
            return decode(text);
        }
    }

    private String encode(String text) {
        try {
            return crypto.encodeBase64(text);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String decode(String text) {
        try {
            return crypto.decodeBase64(text);
        } catch (Exception e) {
            throw new IllegalArgumentException("must be a password in Base64", e);
        }
    }
}
