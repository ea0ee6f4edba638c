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

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The demo's configuration exists as a snapshot for the console and as JSON for CONF-V2 and WIRE-V1: they are one. */
class DemoConfigurationTest {

    private static final Path FOLDER = Path.of("../../kura-config/demo");

    /** Given only with the requests: there Kura needs them, in a snapshot it does not. */
    private static final String CLOUD_FACTORY = "kura.cloud.service.factory.pid";

    private static final String FACTORY = "factory.pid";

    private static Map<String, Map<String, String>> snapshot;

    @BeforeAll
    static void readSnapshot() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        NodeList configurations = factory.newDocumentBuilder()
                .parse(FOLDER.resolve("snapshot.xml").toFile())
                .getElementsByTagNameNS("*", "configuration");
        snapshot = new HashMap<>();
        for (int i = 0; i < configurations.getLength(); i++) {
            Element configuration = (Element) configurations.item(i);
            NodeList properties = configuration.getElementsByTagNameNS("*", "property");
            Map<String, String> values = new HashMap<>();
            for (int j = 0; j < properties.getLength(); j++) {
                Element property = (Element) properties.item(j);
                values.put(
                        property.getAttribute("name"),
                        property.getAttribute("type").toUpperCase(Locale.ROOT) + " "
                                + property.getTextContent().strip());
            }
            snapshot.put(configuration.getAttribute("pid"), values);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"components.json", "wire-graph.json"})
    void whatIsSentByRequestIsWhatTheSnapshotHolds(String file) throws Exception {
        for (JsonElement each : configurations(file)) {
            JsonObject configuration = each.getAsJsonObject();
            String pid = configuration.get("pid").getAsString();
            Map<String, String> sent = new HashMap<>();
            configuration.getAsJsonObject("properties").entrySet().forEach(property -> {
                JsonObject value = property.getValue().getAsJsonObject();
                sent.put(
                        property.getKey(),
                        value.get("type").getAsString() + " "
                                + value.get("value").getAsString());
            });
            sent.remove(CLOUD_FACTORY);
            sent.remove(FACTORY);
            Map<String, String> held = new HashMap<>(snapshot.get(pid));
            sent.putIfAbsent("service.factoryPid", held.get("service.factoryPid"));
            sent.putIfAbsent("kura.service.pid", "STRING " + pid);
            if (sent.get("service.factoryPid") == null) {
                sent.remove("service.factoryPid");
            }
            assertThat(sent).as(pid).isEqualTo(held);
        }
    }

    @Test
    void everyComponentOfTheSnapshotCanBeMadeByRequest() throws Exception {
        long byRequest = configurations("components.json").size()
                + configurations("wire-graph.json").size();
        long cloud = snapshot.keySet().stream()
                .filter(pid -> pid.matches("org\\.eclipse\\.kura\\.(core\\.data|data|cloud|db)\\..*"))
                .count();
        assertThat(byRequest + cloud).isEqualTo(snapshot.size());
    }

    private static JsonArray configurations(String file) throws Exception {
        return JsonParser.parseString(Files.readString(FOLDER.resolve(file)))
                .getAsJsonObject()
                .getAsJsonArray("configs");
    }
}
