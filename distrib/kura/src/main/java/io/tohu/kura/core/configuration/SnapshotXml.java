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
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Kura's snapshot format, {@code esf:configurations}, to and from configurations. */
final class SnapshotXml {

    static final String NAMESPACE = "http://eurotech.com/esf/2.0";
    private static final String ROOT = "esf:configurations";
    private static final String CONFIGURATION = "esf:configuration";
    private static final String PROPERTIES = "esf:properties";
    private static final String PROPERTY = "esf:property";
    private static final String VALUE = "esf:value";

    private final PropertyText text;

    SnapshotXml(PropertyText text) {
        this.text = text;
    }

    /**
     * What a snapshot holds.
     *
     * @param configurations all of them, in the order of the file
     * @param problems pid → what is wrong with one of its properties; the property keeps its text as the value. A
     *     configuration without pid is not among the configurations
     */
    record Content(List<ComponentConfiguration> configurations, Map<String, String> problems) {}

    /** @throws IOException if it is no snapshot at all: torn, malformed, or another kind of XML */
    Content read(String xml) throws IOException {
        Element root = Xml.parse(new InputSource(new StringReader(xml.strip()))).getDocumentElement();
        if (!ROOT.equals(root.getNodeName())) {
            throw new IOException("not a Kura snapshot: the root element is " + root.getNodeName() + ", not " + ROOT);
        }
        Content content = new Content(new ArrayList<>(), new LinkedHashMap<>());
        for (Element each : named(root, CONFIGURATION)) {
            readConfiguration(each, content);
        }
        return content;
    }

    private void readConfiguration(Element element, Content content) {
        String pid = element.getAttribute("pid");
        if (pid.isBlank()) {
            content.problems().put(pid, "it has no pid");
            return;
        }
        Map<String, Object> properties = new HashMap<>();
        for (Element list : named(element, PROPERTIES)) {
            for (Element each : named(list, PROPERTY)) {
                String name = each.getAttribute("name");
                List<String> values =
                        named(each, VALUE).stream().map(Element::getTextContent).toList();
                boolean array = Boolean.parseBoolean(each.getAttribute("array"));
                if (array && values.isEmpty()) {
                    continue;
                }
                try {
                    boolean encrypted = Boolean.parseBoolean(each.getAttribute("encrypted"));
                    properties.put(name, text.read(each.getAttribute("type"), array, encrypted, values));
                } catch (IllegalArgumentException e) {
                    content.problems().putIfAbsent(pid, "property '" + name + "' " + e.getMessage());
                    properties.put(name, String.join(",", values));
                }
            }
        }
        content.configurations().add(StoredConfiguration.of(pid, null, properties));
    }

    private static List<Element> named(Element parent, String name) {
        return Xml.children(parent).stream()
                .filter(element -> name.equals(element.getNodeName()))
                .toList();
    }

    /** With the definition of each that has one. */
    String write(Collection<? extends ComponentConfiguration> configurations) {
        Document document = Xml.builder().newDocument();
        Element root = document.createElement(ROOT);
        root.setAttribute("xmlns:esf", NAMESPACE);
        root.setAttribute("xmlns:ocd", FormXml.NAMESPACE);
        document.appendChild(root);
        for (ComponentConfiguration each : configurations) {
            root.appendChild(configuration(document, each));
        }
        return Xml.text(document);
    }

    private Element configuration(Document document, ComponentConfiguration configuration) {
        Element element = document.createElement(CONFIGURATION);
        element.setAttribute("pid", configuration.getPid());
        if (configuration.getDefinition() != null) {
            element.appendChild(FormXml.element(document, configuration.getDefinition()));
        }
        Map<String, Object> properties = configuration.getConfigurationProperties();
        if (properties != null) {
            Element list = document.createElement(PROPERTIES);
            for (String name : properties.keySet().stream().sorted().toList()) {
                Object value = properties.get(name);
                if (value != null && ValueType.of(value) != null) {
                    list.appendChild(property(document, name, value));
                }
            }
            element.appendChild(list);
        }
        return element;
    }

    private Element property(Document document, String name, Object value) {
        ValueType type = ValueType.of(value);
        Element property = document.createElement(PROPERTY);
        property.setAttribute("array", Boolean.toString(value.getClass().isArray()));
        property.setAttribute("encrypted", Boolean.toString(type == ValueType.PASSWORD));
        property.setAttribute("name", name);
        property.setAttribute("type", type.label());
        for (String each : text.write(value)) {
            Element element = document.createElement(VALUE);
            element.setTextContent(each);
            property.appendChild(element);
        }
        return property;
    }
}
