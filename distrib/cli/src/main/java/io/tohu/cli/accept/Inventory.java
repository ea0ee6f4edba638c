/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.accept;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tohu.cli.cloud.KuraRemote;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A gateway's bundles, over INVENTORY-V1. */
public record Inventory(KuraRemote remote) {

    static final String APP = "INVENTORY-V1";

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    /** A bundle as the gateway tells it. */
    public record BundleState(String version, String state) {

        @Override
        public String toString() {
            return version + " " + state;
        }
    }

    /** All bundles by symbolic name; of several versions the last one told. */
    public Map<String, BundleState> bundles() throws IOException, InterruptedException {
        String text = remote.request(APP, "GET/bundles", Map.of(), "", TIMEOUT)
                .orRefusal()
                .text();
        Map<String, BundleState> bundles = new TreeMap<>();
        for (JsonElement element :
                JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("bundles")) {
            JsonObject bundle = element.getAsJsonObject();
            bundles.put(
                    bundle.get("name").getAsString(),
                    new BundleState(
                            bundle.get("version").getAsString(),
                            bundle.get("state").getAsString()));
        }
        return bundles;
    }
}
