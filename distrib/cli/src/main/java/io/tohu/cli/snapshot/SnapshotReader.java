/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads a plain Kura snapshot: properties by pid, in the order of the file. Arrays are none of what we write. */
public final class SnapshotReader {

    private static final String NAMESPACE = "http://eurotech.com/esf/2.0";

    private SnapshotReader() {}

    /**
     * @throws IOException when the file is no snapshot, or has a property of a type that is not a single value
     */
    public static Map<String, Map<String, Object>> read(Path file) throws IOException {
        Map<String, Map<String, Object>> configurations = new LinkedHashMap<>();
        for (Element configuration : elements(root(file), "configuration")) {
            Map<String, Object> properties = new LinkedHashMap<>();
            for (Element property : elements(configuration, "property")) {
                String text = elements(property, "value").get(0).getTextContent();
                properties.put(property.getAttribute("name"), value(property.getAttribute("type"), text));
            }
            configurations.put(configuration.getAttribute("pid"), properties);
        }
        return configurations;
    }

    private static Element root(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is no snapshot: " + e.getMessage(), e);
        }
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagNameNS(NAMESPACE, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Object value(String type, String text) throws IOException {
        return switch (type) {
            case "String" -> text;
            case "Boolean" -> Boolean.valueOf(text);
            case "Integer" -> Integer.valueOf(text);
            case "Long" -> Long.valueOf(text);
            case "Double" -> Double.valueOf(text);
            case "Float" -> Float.valueOf(text);
            default -> throw new IOException("a property of type " + type + " is not understood");
        };
    }
}
