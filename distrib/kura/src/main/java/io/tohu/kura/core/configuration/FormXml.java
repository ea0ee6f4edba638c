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

import org.eclipse.kura.configuration.metatype.AD;
import org.eclipse.kura.configuration.metatype.OCD;
import org.eclipse.kura.configuration.metatype.Option;
import org.w3c.dom.Element;

/** A definition as it stands among configurations, {@code ocd:OCD}. */
final class FormXml {

    static final String NAMESPACE = "http://www.osgi.org/xmlns/metatype/v1.2.0";

    private FormXml() {}

    static void append(Element configuration, OCD form) {
        Element element = Xml.append(configuration, "ocd:OCD");
        set(element, "name", form.getName());
        set(element, "description", form.getDescription());
        set(element, "id", form.getId());
        for (AD field : form.getAD()) {
            Element child = Xml.append(element, "ocd:AD");
            set(child, "id", field.getId());
            set(child, "name", field.getName());
            set(child, "type", ValueType.of(field.getType()).label());
            set(child, "cardinality", field.getCardinality());
            set(child, "required", field.isRequired());
            set(child, "default", field.getDefault());
            set(child, "description", field.getDescription());
            set(child, "min", field.getMin());
            set(child, "max", field.getMax());
            for (Option each : field.getOption()) {
                Element option = Xml.append(child, "ocd:Option");
                set(option, "label", each.getLabel());
                set(option, "value", each.getValue());
            }
        }
    }

    private static void set(Element element, String name, Object value) {
        if (value != null) {
            element.setAttribute(name, value.toString());
        }
    }
}
