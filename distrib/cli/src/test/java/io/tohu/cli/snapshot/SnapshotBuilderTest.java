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

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SnapshotBuilderTest {

    private static Document parse(SnapshotBuilder builder) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(builder.toXml().getBytes(StandardCharsets.UTF_8)));
    }

    private static String value(Document snapshot, String property) {
        NodeList properties = snapshot.getElementsByTagNameNS("*", "property");
        for (int i = 0; i < properties.getLength(); i++) {
            Element element = (Element) properties.item(i);
            if (element.getAttribute("name").equals(property)) {
                return element.getTextContent().strip();
            }
        }
        return null;
    }

    @Test
    void namesThatXmlWouldMisreadSurvive() throws Exception {
        Document snapshot = parse(new SnapshotBuilder().instance("a", "f", Map.of("x#+unit", "<&\">")));
        assertThat(value(snapshot, "x#+unit")).isEqualTo("<&\">");
        assertThat(value(snapshot, "service.factoryPid")).isEqualTo("f");
        assertThat(value(snapshot, "kura.service.pid")).isEqualTo("a");
    }

    @Test
    void theGraphNamesEveryWireComponentAndItsWires() throws Exception {
        Document snapshot = parse(new SnapshotBuilder()
                .wireComponent("t", "f", 0, 1, Map.of())
                .wireComponent("d", "f", 1, 2, Map.of())
                .wireComponent("p", "f", 1, 0, Map.of())
                .wire("t", "d")
                .wire("d", 1, "p"));
        JsonObject graph = JsonParser.parseString(value(snapshot, "WireGraph")).getAsJsonObject();
        assertThat(graph.getAsJsonArray("components")).hasSize(3);
        JsonObject wire = graph.getAsJsonArray("wires").get(1).getAsJsonObject();
        assertThat(wire.get("emitter").getAsString()).isEqualTo("d");
        assertThat(wire.get("emitterPort").getAsInt()).isEqualTo(1);
        assertThat(wire.get("receiver").getAsString()).isEqualTo("p");
    }
}
