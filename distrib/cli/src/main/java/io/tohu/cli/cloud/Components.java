/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.cloud;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A gateway's configurations, over CONF-V2. Every change is kept in a snapshot. */
public record Components(KuraRemote remote) {

    public static final String APP = "CONF-V2";

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** The pids of all factories. */
    public Set<String> factories() throws IOException, InterruptedException {
        return strings(ask("GET/factoryComponents", null).getAsJsonArray("pids"));
    }

    /** The pids of all components that are there. */
    public Set<String> pids() throws IOException, InterruptedException {
        return strings(ask("GET/configurableComponents", null).getAsJsonArray("pids"));
    }

    /** The forms of factories by their pid; a factory without one is missing. */
    public Map<String, JsonObject> forms(Collection<String> factoryPids) throws IOException, InterruptedException {
        return byPid(ask("POST/factoryComponents/ocd/byFactoryPid", pids(factoryPids)), "definition");
    }

    /** The properties of components by their pid, each with type and value; a component that is not there is missing. */
    public Map<String, JsonObject> properties(Collection<String> pids) throws IOException, InterruptedException {
        return byPid(ask("POST/configurableComponents/configurations/byPid", pids(pids)), "properties");
    }

    /** The pids in the newest snapshot, which is what the gateway starts with the next time. */
    public Set<String> inNewestSnapshot() throws IOException, InterruptedException {
        long newest = 0;
        for (JsonElement id : ask("GET/snapshots", null).getAsJsonArray("ids")) {
            newest = Math.max(newest, id.getAsLong());
        }
        JsonObject request = new JsonObject();
        request.addProperty("id", newest);
        Set<String> pids = new TreeSet<>();
        for (JsonElement config : ask("POST/snapshots/byId", request).getAsJsonArray("configs")) {
            pids.add(config.getAsJsonObject().get("pid").getAsString());
        }
        return pids;
    }

    public void create(List<ComponentSpec> specs) throws IOException, InterruptedException {
        JsonArray configs = new JsonArray();
        for (ComponentSpec spec : specs) {
            JsonObject config = config(spec.pid(), spec.properties());
            config.addProperty("factoryPid", spec.factoryPid());
            configs.add(config);
        }
        ask("POST/factoryComponents", change("configs", configs));
    }

    /** Changes the named properties of a component and leaves the others alone. */
    public void update(String pid, Map<String, ?> properties) throws IOException, InterruptedException {
        JsonArray configs = new JsonArray();
        configs.add(config(pid, properties));
        ask("PUT/configurableComponents/configurations/_update", change("configs", configs));
    }

    public void delete(Collection<String> pids) throws IOException, InterruptedException {
        ask("DEL/factoryComponents/byPid", change("pids", array(pids)));
    }

    private static JsonObject config(String pid, Map<String, ?> properties) {
        JsonObject config = new JsonObject();
        config.addProperty("pid", pid);
        config.add("properties", ComponentSpec.typed(properties));
        return config;
    }

    private static JsonObject change(String name, JsonArray what) {
        JsonObject request = new JsonObject();
        request.add(name, what);
        request.addProperty("takeSnapshot", true);
        return request;
    }

    private static JsonObject pids(Collection<String> pids) {
        JsonObject request = new JsonObject();
        request.add("pids", array(pids));
        return request;
    }

    private static JsonArray array(Collection<String> strings) {
        JsonArray array = new JsonArray();
        strings.forEach(array::add);
        return array;
    }

    private static Set<String> strings(JsonArray array) {
        Set<String> strings = new TreeSet<>();
        array.forEach(e -> strings.add(e.getAsString()));
        return strings;
    }

    private static Map<String, JsonObject> byPid(JsonObject reply, String member) {
        Map<String, JsonObject> byPid = new TreeMap<>();
        for (JsonElement element : reply.getAsJsonArray("configs")) {
            JsonObject config = element.getAsJsonObject();
            if (config.has(member)) {
                byPid.put(config.get("pid").getAsString(), config.getAsJsonObject(member));
            }
        }
        return byPid;
    }

    private JsonObject ask(String resource, JsonObject body) throws IOException, InterruptedException {
        String text = remote.request(APP, resource, Map.of(), body == null ? "" : body.toString(), TIMEOUT)
                .orRefusal()
                .text();
        return text.isEmpty() ? new JsonObject() : JsonParser.parseString(text).getAsJsonObject();
    }
}
