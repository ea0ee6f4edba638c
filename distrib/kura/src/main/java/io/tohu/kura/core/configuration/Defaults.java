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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.Password;
import org.eclipse.kura.configuration.metatype.AD;
import org.eclipse.kura.configuration.metatype.OCD;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The defaults that a definition gives, as typed values; passwords already encrypted. */
final class Defaults {

    private static final Logger LOG = LoggerFactory.getLogger(Defaults.class);

    private final Passwords passwords;

    Defaults(Passwords passwords) {
        this.passwords = passwords;
    }

    /** Attributes without a default are absent; a definition that is null has none. */
    Map<String, Object> of(OCD definition) {
        Map<String, Object> defaults = new HashMap<>();
        if (definition == null) {
            return defaults;
        }
        for (AD attribute : definition.getAD()) {
            String text = attribute.getDefault();
            if (text != null && !text.isEmpty()) {
                try {
                    defaults.putIfAbsent(attribute.getId(), value(attribute, text));
                } catch (IllegalArgumentException | KuraException e) {
                    LOG.warn(
                            "The form of {} has for {} the default '{}', which is no {}",
                            definition.getId(),
                            attribute.getId(),
                            text,
                            ValueType.of(attribute.getType()).label());
                }
            }
        }
        return defaults;
    }

    /** Adds what is missing; true when there was something. */
    boolean merge(OCD definition, Map<String, Object> properties) {
        Map<String, Object> missing = of(definition);
        missing.keySet().removeAll(properties.keySet());
        properties.putAll(missing);
        return !missing.isEmpty();
    }

    private Object value(AD attribute, String text) throws KuraException {
        ValueType type = ValueType.of(attribute.getType());
        Object[] values = type.parseAll(split(text));
        if (values instanceof Password[] plain) {
            values = Arrays.stream(plain).map(passwords::encrypt).toArray(Password[]::new);
        }
        // As Kura does, a single value ends at the first comma that is not escaped.
        return Math.abs(attribute.getCardinality()) <= 1 ? values[0] : values;
    }

    /** Splits at commas; a backslash keeps the next character as it is; blanks around a value do not belong to it. */
    static String[] split(String text) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        int significant = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',') {
                values.add(value.substring(0, significant));
                value.setLength(0);
                significant = 0;
            } else if (c == '\\') {
                if (++i < text.length()) {
                    value.append(text.charAt(i));
                    significant = value.length();
                }
            } else if (!Character.isWhitespace(c)) {
                value.append(c);
                significant = value.length();
            } else if (value.length() > 0) {
                value.append(c);
            }
        }
        values.add(value.substring(0, significant));
        return values.toArray(String[]::new);
    }
}
