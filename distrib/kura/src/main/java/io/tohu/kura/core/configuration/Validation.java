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

import java.util.Map;
import java.util.Optional;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.metatype.AD;
import org.eclipse.kura.configuration.metatype.OCD;
import org.eclipse.kura.configuration.metatype.Scalar;

/**
 * Holds values against a definition. Kura lets a wrong type through to the component; a desk is the place to notice, so
 * this refuses it and says which property of which component it is.
 */
final class Validation {

    private Validation() {}

    /** @throws KuraException naming pid, property, what is expected and what it got */
    static void requireTypes(String pid, OCD definition, Map<String, Object> properties) throws KuraException {
        Optional<String> wrongType = wrongType(definition, properties);
        if (wrongType.isPresent()) {
            throw new KuraException(
                    KuraErrorCode.CONFIGURATION_ATTRIBUTE_INVALID, "component '" + pid + "': " + wrongType.get());
        }
    }

    /**
     * For a change to a component that is there; one that is being created may be filled in later, as Kura's console
     * does. An empty text and none at all look the same in a form, so texts are never missed.
     *
     * @throws KuraException naming pid, property, what is expected and what it got
     */
    static void require(String pid, OCD definition, Map<String, Object> properties) throws KuraException {
        requireTypes(pid, definition, properties);
        for (AD attribute : definition.getAD()) {
            if (attribute.isRequired()
                    && attribute.getType() != Scalar.STRING
                    && properties.get(attribute.getId()) == null) {
                throw new KuraException(
                        KuraErrorCode.CONFIGURATION_REQUIRED_ATTRIBUTE_MISSING,
                        "component '" + pid + "': property '" + attribute.getId() + "' is required and has no value");
            }
        }
    }

    /** Says which property has a type that its definition does not allow; properties without a definition pass. */
    static Optional<String> wrongType(OCD definition, Map<String, Object> properties) {
        return definition.getAD().stream()
                .filter(attribute -> properties.get(attribute.getId()) != null)
                .flatMap(attribute -> wrongType(attribute, properties.get(attribute.getId())).stream())
                .findFirst();
    }

    private static Optional<String> wrongType(AD attribute, Object value) {
        ValueType expected = ValueType.of(attribute.getType());
        boolean several = Math.abs(attribute.getCardinality()) > 1;
        // A password travels through the configuration admin as text.
        boolean text = expected == ValueType.PASSWORD && ValueType.of(value) == ValueType.STRING;
        if ((expected == ValueType.of(value) || text)
                && several == value.getClass().isArray()) {
            return Optional.empty();
        }
        return Optional.of("property '" + attribute.getId() + "' must be " + (several ? "an array of " : "")
                + expected.label() + " but is " + ValueType.show(value));
    }
}
