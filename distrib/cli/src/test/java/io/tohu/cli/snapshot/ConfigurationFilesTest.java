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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A configuration exists as a snapshot for the console and as JSON for CONF-V2 and WIRE-V1: they are one. */
class ConfigurationFilesTest {

    private static final Path FOLDER = Path.of("../../kura-config");

    /** Given only with the requests: there Kura needs them, in a snapshot it does not. */
    private static final List<String> ONLY_WITH_REQUESTS = List.of("kura.cloud.service.factory.pid", "factory.pid");

    private static final Pattern PLACEHOLDER = Pattern.compile("@[A-Z_]+@");

    @ParameterizedTest
    @CsvSource({
        "demo,components.json",
        "demo,wire-graph.json",
        "gateway,components.json",
        "gateway,wire-graph.json",
        "gateway,data-service.json"
    })
    void whatIsSentByRequestIsWhatTheSnapshotHolds(String folder, String file) throws Exception {
        Map<String, Map<String, Object>> snapshot = snapshot(folder);
        for (JsonElement each : configurations(folder, file)) {
            JsonObject configuration = each.getAsJsonObject();
            String pid = configuration.get("pid").getAsString();
            Map<String, String> held = new HashMap<>();
            snapshot.get(pid).forEach((name, value) -> held.put(name, typed(value)));
            Map<String, String> sent = new HashMap<>();
            configuration.getAsJsonObject("properties").entrySet().forEach(property -> {
                JsonObject value = property.getValue().getAsJsonObject();
                sent.put(
                        property.getKey(),
                        value.get("type").getAsString() + " "
                                + value.get("value").getAsString());
            });
            sent.keySet().removeAll(ONLY_WITH_REQUESTS);
            for (String identity : List.of("service.factoryPid", "kura.service.pid")) {
                if (held.containsKey(identity)) {
                    sent.putIfAbsent(identity, held.get(identity));
                }
            }
            assertThat(sent).as(pid).isEqualTo(held);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "gateway"})
    void everyComponentOfTheSnapshotCanBeMadeByRequest(String folder) throws Exception {
        Set<String> byRequest = new TreeSet<>();
        for (String file : List.of("components.json", "wire-graph.json")) {
            configurations(folder, file)
                    .forEach(c -> byRequest.add(c.getAsJsonObject().get("pid").getAsString()));
        }

        Set<String> ours = new TreeSet<>(snapshot(folder).keySet());
        ours.removeIf(pid -> pid.matches("org\\.eclipse\\.kura\\.(core\\.data|data|cloud|db)\\..*"));
        assertThat(byRequest).isEqualTo(ours);
    }

    @Test
    void everyPlaceholderOfTheGatewaysTemplateIsExplainedAndNoOther() throws Exception {
        Set<String> used = new HashSet<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve("gateway"))) {
            for (Path file : files.filter(f -> !f.toString().endsWith(".md")).toList()) {
                used.addAll(placeholders(file));
            }
        }

        assertThat(used).isNotEmpty().isEqualTo(placeholders(FOLDER.resolve("gateway/README.md")));
    }

    @Test
    void theGatewaysTemplateIsThePumpOfTheDemoWithOtherAddresses() throws Exception {
        Map<String, Map<String, Object>> demo = snapshot("demo");
        snapshot("gateway").forEach((pid, properties) -> {
            if (!pid.matches("plant-.*|org\\.eclipse\\.kura\\..*")) {
                assertThat(properties).as(pid).isEqualTo(demo.get(pid));
            }
        });
    }

    @Test
    void theGatewaysTemplateLeavesItsCloudConnectionAlone() throws Exception {
        assertThat(snapshot("gateway").keySet()).noneMatch(pid -> pid.matches(".*(MqttDataTransport|CloudService)"));
    }

    private static Set<String> placeholders(Path file) throws Exception {
        Set<String> found = new HashSet<>();
        for (Matcher matcher = PLACEHOLDER.matcher(Files.readString(file)); matcher.find(); ) {
            found.add(matcher.group());
        }
        return found;
    }

    private static Map<String, Map<String, Object>> snapshot(String folder) throws Exception {
        return SnapshotReader.read(FOLDER.resolve(folder).resolve("snapshot.xml"));
    }

    private static String typed(Object value) {
        return value.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT) + " " + value;
    }

    private static JsonArray configurations(String folder, String file) throws Exception {
        return JsonParser.parseString(Files.readString(FOLDER.resolve(folder).resolve(file)))
                .getAsJsonObject()
                .getAsJsonArray("configs");
    }
}
