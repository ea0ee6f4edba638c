/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.rest.configuration.provider;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collection;
import org.eclipse.kura.configuration.metatype.AD;
import org.eclipse.kura.configuration.metatype.OCD;
import org.eclipse.kura.configuration.metatype.Option;

/** Forms as JSON. What a form does not say is absent. */
public final class FormJson {

    private FormJson() {}

    static JsonObject form(OCD form) {
        JsonObject json = new JsonObject();
        if (!form.getAD().isEmpty()) {
            json.add("ad", fields(form.getAD()));
        }
        json.addProperty("name", form.getName());
        json.addProperty("description", form.getDescription());
        json.addProperty("id", form.getId());
        return json;
    }

    /**
     * @param fields of a form or of a channel
     * @return one object for each
     */
    public static JsonArray fields(Collection<? extends AD> fields) {
        JsonArray json = new JsonArray();
        fields.forEach(each -> json.add(field(each)));
        return json;
    }

    private static JsonObject field(AD field) {
        JsonObject json = new JsonObject();
        if (!field.getOption().isEmpty()) {
            JsonArray options = new JsonArray();
            for (Option each : field.getOption()) {
                JsonObject option = new JsonObject();
                option.addProperty("label", each.getLabel());
                option.addProperty("value", each.getValue());
                options.add(option);
            }
            json.add("option", options);
        }
        json.addProperty("name", field.getName());
        json.addProperty("description", field.getDescription());
        json.addProperty("id", field.getId());
        json.addProperty("type", field.getType().name());
        json.addProperty("cardinality", field.getCardinality());
        json.addProperty("min", field.getMin());
        json.addProperty("max", field.getMax());
        json.addProperty("defaultValue", field.getDefault());
        json.addProperty("isRequired", field.isRequired());
        return json;
    }
}
