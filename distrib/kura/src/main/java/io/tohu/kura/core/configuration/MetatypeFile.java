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

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.kura.core.configuration.metatype.Tad;
import org.eclipse.kura.core.configuration.metatype.Tocd;
import org.eclipse.kura.core.configuration.metatype.Toption;
import org.eclipse.kura.core.configuration.metatype.Tscalar;
import org.w3c.dom.Element;

/**
 * One file {@code OSGI-INF/metatype/<pid>.xml} of a bundle, read as Kura reads it: the definition whose id is the pid.
 *
 * @param pid of the singleton or the factory
 * @param factory true when the designate names a factory
 * @param definition what the form shows; its attributes give types and defaults
 */
public record MetatypeFile(String pid, boolean factory, Tocd definition) {

    /**
     * Empty when the file has no definition with that id or no designate for it.
     *
     * @throws IOException if it is no metatype XML, or an attribute has a type that Kura does not know
     */
    static Optional<MetatypeFile> read(String pid, InputStream in) throws IOException {
        Element root = Xml.parse(in).getDocumentElement();
        Optional<Element> designate = Xml.children(root, "Designate").stream()
                .filter(each -> pid.equals(each.getAttribute("pid")) || pid.equals(each.getAttribute("factoryPid")))
                .findFirst();
        Optional<Tocd> definition = definition(pid, root);
        if (designate.isEmpty() || definition.isEmpty()) {
            return Optional.empty();
        }
        boolean factory = Xml.attribute(designate.get(), "factoryPid") != null;
        return Optional.of(new MetatypeFile(pid, factory, definition.get()));
    }

    /**
     * @param id of one of the file's definitions
     * @return it, empty when the file has none with that id
     * @throws IOException if it is no metatype XML, or an attribute has a type that Kura does not know
     */
    public static Optional<Tocd> definition(String id, InputStream in) throws IOException {
        return definition(id, Xml.parse(in).getDocumentElement());
    }

    private static Optional<Tocd> definition(String id, Element root) throws IOException {
        for (Element each : Xml.children(root, "OCD")) {
            if (id.equals(each.getAttribute("id"))) {
                return Optional.of(definition(each));
            }
        }
        return Optional.empty();
    }

    private static Tocd definition(Element element) throws IOException {
        Tocd definition = new Tocd();
        definition.setId(Xml.attribute(element, "id"));
        definition.setName(Xml.attribute(element, "name"));
        definition.setDescription(Xml.attribute(element, "description"));
        for (Element each : Xml.children(element, "AD")) {
            definition.addAD(attribute(each));
        }
        return definition;
    }

    private static Tad attribute(Element element) throws IOException {
        Tad attribute = new Tad();
        attribute.setId(Xml.attribute(element, "id"));
        attribute.setName(Xml.attribute(element, "name"));
        attribute.setType(type(element));
        attribute.setCardinality(number(Xml.attribute(element, "cardinality")));
        String required = Xml.attribute(element, "required");
        attribute.setRequired(required == null ? null : Boolean.valueOf(required));
        attribute.setDefault(Xml.attribute(element, "default"));
        attribute.setDescription(Xml.attribute(element, "description"));
        attribute.setMin(Xml.attribute(element, "min"));
        attribute.setMax(Xml.attribute(element, "max"));
        for (Element each : Xml.children(element, "Option")) {
            Toption option = new Toption();
            option.setLabel(Xml.attribute(each, "label"));
            option.setValue(Xml.attribute(each, "value"));
            attribute.setOption(option);
        }
        return attribute;
    }

    private static Tscalar type(Element element) throws IOException {
        try {
            return Tscalar.fromValue(element.getAttribute("type"));
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "attribute " + element.getAttribute("id") + " has the type '" + element.getAttribute("type")
                            + "', which Kura does not know",
                    e);
        }
    }

    private static Integer number(String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
