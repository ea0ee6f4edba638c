/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelFilesTest {

    private static Map<String, byte[]> write() throws LearningException {
        return ModelFiles.write(
                Machine.model(),
                "machine",
                "1.2.3",
                Machine.healthy(1, 100),
                new ModelFiles.Provenance("test data", "EPL-2.0", "io.tohu.learning"));
    }

    @Test
    void theSameModelGivesTheSameBytes() throws LearningException {
        Map<String, byte[]> first = write();

        write().forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(first.get(name)));
    }

    @Test
    void theCardHasEveryMemberThatThePublishedSchemaRequires() throws Exception {
        JsonObject schema = JsonParser.parseString(
                        Files.readString(Path.of("..", "..", "docs", "reference", "model-card.schema.json")))
                .getAsJsonObject();
        JsonObject card = JsonParser.parseString(new String(write().get("card.json"), StandardCharsets.UTF_8))
                .getAsJsonObject();
        JsonArray required = schema.getAsJsonArray("required");
        required.addAll(schema.getAsJsonObject("then").getAsJsonArray("required"));

        required.forEach(member ->
                assertThat(card.has(member.getAsString())).as("%s", member).isTrue());
        assertThat(schema.getAsJsonObject("properties").keySet()).containsAll(card.keySet());
    }

    @Test
    void theCardNamesWhatAnEngineNeedsToKnow() throws LearningException {
        JsonObject card = JsonParser.parseString(new String(write().get("card.json"), StandardCharsets.UTF_8))
                .getAsJsonObject();

        assertThat(card.get("name").getAsString()).isEqualTo("machine");
        assertThat(card.get("version").getAsString()).isEqualTo("1.2.3");
        assertThat(card.getAsJsonArray("features")).hasSize(3);
        assertThat(card.getAsJsonObject("window").get("samples").getAsInt()).isEqualTo(10);
        assertThat(card.get("sha256").getAsString()).matches("[0-9a-f]{64}");
        assertThat(card.get("limit").getAsDouble()).isPositive();
    }
}
