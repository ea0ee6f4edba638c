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

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tohu.cli.cloud.Components;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every factory that the bundles bring is known, with a form whose fields are explained and whose defaults start it. */
final class FormsComplete implements Step {

    private static final long MILLIS = 20_000;

    @Override
    public String name() {
        return "factories and forms";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Components.APP);
    }

    @Override
    public Set<Class<? extends Step>> after() {
        return Set.of(BundlesActive.class);
    }

    @Override
    public Outcome run(Site site) throws IOException, InterruptedException {
        Set<String> factories = site.packages().factories();
        String missing = Await.until(
                () -> {
                    Set<String> unknown = new TreeSet<>(factories);
                    unknown.removeAll(site.components().factories());
                    return String.join(", ", unknown);
                },
                MILLIS);
        if (!missing.isEmpty()) {
            return Outcome.failed("CONF-V2 does not list the factories " + missing);
        }
        Map<String, JsonObject> forms = site.components().forms(factories);
        Set<String> wrong = new TreeSet<>();
        int fields = 0;
        for (String factory : factories) {
            JsonObject form = forms.get(factory);
            if (form == null || !form.has("ad")) {
                wrong.add(factory + " has no form");
                continue;
            }
            fields += form.getAsJsonArray("ad").size();
            wrong.addAll(wrong(factory, form.getAsJsonArray("ad")));
        }
        return Outcome.of(
                wrong.isEmpty(),
                wrong.isEmpty()
                        ? factories.size() + " factories, " + fields + " fields, every required one with a default"
                        : String.join("; ", wrong));
    }

    /** What is wrong with the fields of a form. */
    static Set<String> wrong(String form, JsonArray fields) {
        Set<String> wrong = new TreeSet<>();
        for (JsonElement element : fields) {
            JsonObject field = element.getAsJsonObject();
            String name = form + " " + text(field, "id");
            if (field.has("isRequired") && field.get("isRequired").getAsBoolean() && !field.has("defaultValue")) {
                wrong.add(name + " is required and has no default");
            }
            if (text(field, "name").isBlank() || text(field, "description").isBlank()) {
                wrong.add(name + " has no name or no description");
            }
        }
        return wrong;
    }

    private static String text(JsonObject field, String member) {
        return field.has(member) ? field.get(member).getAsString() : "";
    }
}
