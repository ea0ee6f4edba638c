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
import org.eclipse.kura.configuration.metatype.Icon;
import org.eclipse.kura.configuration.metatype.OCD;
import org.eclipse.kura.configuration.metatype.Option;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A definition as it stands among configurations, {@code ocd:OCD}. */
final class FormXml {

    static final String NAMESPACE = "http://www.osgi.org/xmlns/metatype/v1.2.0";

    private FormXml() {}

    static Element element(Document document, OCD form) {
        Element element = document.createElement("ocd:OCD");
        set(element, "name", form.getName());
        set(element, "description", form.getDescription());
        set(element, "id", form.getId());
        for (AD each : form.getAD()) {
            element.appendChild(field(document, each));
        }
        for (Icon each : form.getIcon()) {
            Element icon = document.createElement("ocd:Icon");
            set(icon, "resource", each.getResource());
            set(icon, "size", each.getSize());
            element.appendChild(icon);
        }
        return element;
    }

    private static Element field(Document document, AD field) {
        Element element = document.createElement("ocd:AD");
        set(element, "id", field.getId());
        set(element, "name", field.getName());
        set(element, "type", ValueType.of(field.getType()).label());
        set(element, "cardinality", field.getCardinality());
        set(element, "required", field.isRequired());
        set(element, "default", field.getDefault());
        set(element, "description", field.getDescription());
        set(element, "min", field.getMin());
        set(element, "max", field.getMax());
        for (Option each : field.getOption()) {
            Element option = document.createElement("ocd:Option");
            set(option, "label", each.getLabel());
            set(option, "value", each.getValue());
            element.appendChild(option);
        }
        return element;
    }

    private static void set(Element element, String name, Object value) {
        if (value != null) {
            element.setAttribute(name, value.toString());
        }
    }
}
