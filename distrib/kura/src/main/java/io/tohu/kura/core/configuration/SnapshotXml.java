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
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.Password;
import org.eclipse.kura.crypto.CryptoService;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/**
 * Kura's snapshot format, {@code esf:configurations}, to and from configurations.
 *
 * <p>Passwords are Base64 of the encrypted text; who writes a snapshot by hand may give Base64 of the plain one, or the
 * plain one marked as not encrypted. A property of a type that Kura does not know is left out without a word.
 */
final class SnapshotXml {

    static final String NAMESPACE = "http://eurotech.com/esf/2.0";

    private static final String PROPERTIES = "esf:properties";

    private final CryptoService crypto;

    SnapshotXml(CryptoService crypto) {
        this.crypto = crypto;
    }

    /** @throws IOException if it is no snapshot: torn, malformed, other XML, or with a value that is not of its type */
    List<ComponentConfiguration> read(String xml) throws IOException {
        Element root = Xml.parse(new InputSource(new StringReader(xml.strip()))).getDocumentElement();
        if (!"esf:configurations".equals(root.getNodeName())) {
            throw new IOException("not a Kura snapshot: the root element is " + root.getNodeName());
        }
        List<ComponentConfiguration> configurations = new ArrayList<>();
        for (Element configuration : Xml.children(root)) {
            String pid = configuration.getAttribute("pid");
            Map<String, Object> properties = new HashMap<>();
            for (Element list : Xml.children(configuration)) {
                if (PROPERTIES.equals(list.getNodeName())) {
                    for (Element property : Xml.children(list)) {
                        read(pid, property, properties);
                    }
                }
            }
            configurations.add(StoredConfiguration.of(pid, null, properties));
        }
        return configurations;
    }

    private void read(String pid, Element property, Map<String, Object> properties) throws IOException {
        String name = property.getAttribute("name");
        ValueType type = ValueType.named(property.getAttribute("type"));
        if (type == null) {
            return;
        }
        String[] texts =
                Xml.children(property).stream().map(Element::getTextContent).toArray(String[]::new);
        try {
            if (type == ValueType.PASSWORD && Boolean.parseBoolean(property.getAttribute("encrypted"))) {
                texts = Arrays.stream(texts).map(this::reveal).toArray(String[]::new);
            }
            Object[] values = type.parseAll(texts);
            properties.put(name, Boolean.parseBoolean(property.getAttribute("array")) ? values : values[0]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IOException(
                    "component '" + pid + "': property '" + name + "' must be " + type.label() + " but is '"
                            + String.join(", ", texts) + "'",
                    e);
        }
    }

    private String reveal(String text) {
        try {
            return new String(crypto.decryptAes(text.toCharArray()));
        } catch (KuraException e) {
            return decoded(text);
        }
    }

    private String decoded(String text) {
        try {
            return crypto.decodeBase64(text);
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** With the definition of each that has one. */
    String write(Collection<? extends ComponentConfiguration> configurations) {
        Document document = Xml.builder().newDocument();
        Element root = document.createElement("esf:configurations");
        root.setAttribute("xmlns:esf", NAMESPACE);
        root.setAttribute("xmlns:ocd", FormXml.NAMESPACE);
        document.appendChild(root);
        for (ComponentConfiguration each : configurations) {
            Element configuration = Xml.append(root, "esf:configuration");
            configuration.setAttribute("pid", each.getPid());
            if (each.getDefinition() != null) {
                FormXml.append(configuration, each.getDefinition());
            }
            if (each.getConfigurationProperties() != null) {
                Element list = Xml.append(configuration, PROPERTIES);
                new TreeMap<>(each.getConfigurationProperties()).forEach((name, value) -> write(list, name, value));
            }
        }
        return Xml.text(document);
    }

    private void write(Element list, String name, Object value) {
        ValueType type = value == null ? null : ValueType.of(value);
        if (type == null) {
            return;
        }
        Element property = Xml.append(list, "esf:property");
        property.setAttribute("array", Boolean.toString(value.getClass().isArray()));
        property.setAttribute("encrypted", Boolean.toString(type == ValueType.PASSWORD));
        property.setAttribute("name", name);
        property.setAttribute("type", type.label());
        for (Object each : value instanceof Object[] several ? several : new Object[] {value}) {
            Xml.append(property, "esf:value").setTextContent(each instanceof Password ? encoded(each) : "" + each);
        }
    }

    private String encoded(Object password) {
        try {
            return crypto.encodeBase64(password.toString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
