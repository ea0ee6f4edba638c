/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.detector;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tohu.wires.internal.StateFile;
import java.util.Optional;

/** Keeps, over restarts and upgrades, that an alarm is up: whoever heard it raised must hear it cleared. */
final class AlarmMemory {

    /**
     * An alarm that is up.
     *
     * @param model the model that raised it
     * @param version the model's version
     * @param since source time at which it was raised
     */
    record Raised(String model, String version, long since) {}

    private final StateFile file;

    AlarmMemory(StateFile file) {
        this.file = file;
    }

    Optional<Raised> read() {
        return file.read().flatMap(text -> {
            try {
                JsonObject json = JsonParser.parseString(text).getAsJsonObject();
                return Optional.of(new Raised(
                        json.get("model").getAsString(),
                        json.get("version").getAsString(),
                        json.get("since").getAsLong()));
            } catch (RuntimeException e) {
                // A file that is no memory of ours is none.
                return Optional.empty();
            }
        });
    }

    void raised(Raised alarm) {
        JsonObject json = new JsonObject();
        json.addProperty("model", alarm.model);
        json.addProperty("version", alarm.version);
        json.addProperty("since", alarm.since);
        file.write(json.toString());
    }

    void cleared() {
        file.delete();
    }
}
