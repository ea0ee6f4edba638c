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
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tohu.kura.request.handler.jaxrs.JsonBody;
import io.tohu.kura.request.handler.jaxrs.RequestFailure;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.Password;
import org.eclipse.kura.crypto.CryptoService;

/** Configurations as JSON: {@code {"configs": [{"pid": …, "definition": …, "properties": …}]}}. */
public final class ConfigurationJson {

    private ConfigurationJson() {}

    /** A password is not told. */
    public static Optional<String> hidden(Password password) {
        return Optional.of("placeholder");
    }

    /** A password is told as it is in the configuration. */
    static Optional<String> asItIs(Password password) {
        return Optional.of(password.toString());
    }

    /**
     * @param crypto knows the key
     * @return a password is told in plain text; a property whose password cannot be decrypted is left out
     */
    public static Function<Password, Optional<String>> plain(CryptoService crypto) {
        return password -> {
            try {
                return Optional.of(new String(crypto.decryptAes(password.getPassword())));
            } catch (KuraException e) {
                return Optional.empty();
            }
        };
    }

    /**
     * @param configurations a null definition and null properties are absent
     * @param passwords what is told of a password
     * @return the list in an object
     */
    public static JsonObject list(
            Collection<? extends ComponentConfiguration> configurations,
            Function<Password, Optional<String>> passwords) {
        JsonArray all = new JsonArray();
        configurations.forEach(each -> all.add(one(each, passwords)));
        JsonObject json = new JsonObject();
        json.add("configs", all);
        return json;
    }

    /** One configuration. */
    public static JsonObject one(ComponentConfiguration configuration, Function<Password, Optional<String>> passwords) {
        JsonObject json = new JsonObject();
        json.addProperty("pid", configuration.getPid());
        if (configuration.getDefinition() != null) {
            json.add("definition", FormJson.form(configuration.getDefinition()));
        }
        if (configuration.getConfigurationProperties() != null) {
            JsonObject properties = new JsonObject();
            configuration.getConfigurationProperties().forEach((name, value) -> {
                JsonElement property = value == null ? null : PropertyJson.write(value, passwords);
                if (property != null) {
                    properties.add(name, property);
                }
            });
            json.add("properties", properties);
        }
        return json;
    }

    /**
     * @param configuration from a request
     * @throws RequestFailure when it has no pid or properties, or a value that is not of its type
     */
    static void validate(JsonBody configuration) throws RequestFailure {
        for (String name : new String[] {"pid", "properties"}) {
            if (!configuration.json().has(name)) {
                throw RequestFailure.missing(name);
            }
        }
        for (Map.Entry<String, JsonElement> each :
                configuration.json().getAsJsonObject("properties").entrySet()) {
            PropertyJson.validate(each.getValue());
        }
    }

    /**
     * @param configuration from a request
     * @return its properties, empty when it has none
     * @throws IllegalArgumentException when a value is not of its type
     */
    public static Map<String, Object> properties(JsonBody configuration) {
        Map<String, Object> properties = new HashMap<>();
        JsonBody given = configuration.object("properties");
        if (given != null) {
            given.json()
                    .entrySet()
                    .forEach(each -> properties.put(each.getKey(), PropertyJson.read(each.getKey(), each.getValue())));
        }
        return properties;
    }
}
