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

import com.google.gson.JsonObject;
import io.tohu.kura.core.configuration.StoredConfiguration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.Password;
import org.eclipse.kura.crypto.CryptoService;

/** A configuration in the JSON of a request or an answer; what there is not is absent. */
public final class ConfigurationJson {

    private String pid;
    private String factoryPid;
    private JsonObject definition;
    private Map<String, PropertyJson> properties;

    /** A password is not told. */
    public static String hidden(Password password) {
        return "placeholder";
    }

    /**
     * @param crypto knows the key
     * @return a password is told in plain text; a property whose password cannot be decrypted is left out
     */
    public static Function<Password, String> plain(CryptoService crypto) {
        return password -> {
            try {
                return new String(crypto.decryptAes(password.getPassword()));
            } catch (KuraException e) {
                return null;
            }
        };
    }

    /**
     * @param passwords what is told of a password, null for leaving the property out
     * @return {@code {"configs": …}}
     */
    public static Map<String, List<ConfigurationJson>> list(
            Collection<? extends ComponentConfiguration> configurations, Function<Password, String> passwords) {
        return Map.of(
                "configs",
                configurations.stream().map(each -> of(each, passwords)).toList());
    }

    /** One configuration. */
    public static ConfigurationJson of(ComponentConfiguration configuration, Function<Password, String> passwords) {
        ConfigurationJson json = new ConfigurationJson();
        json.pid = configuration.getPid();
        if (configuration.getDefinition() != null) {
            json.definition = FormJson.form(configuration.getDefinition());
        }
        if (configuration.getConfigurationProperties() != null) {
            json.properties = new HashMap<>();
            configuration
                    .getConfigurationProperties()
                    .forEach((name, value) -> json.properties.put(name, PropertyJson.of(value, passwords)));
        }
        return json;
    }

    /** @return this, with the definition only */
    public ConfigurationJson withoutProperties() {
        properties = null;
        return this;
    }

    /** @return the name of the component, null when it is not given */
    public String pid() {
        return pid;
    }

    String factoryPid() {
        return factoryPid;
    }

    /** @return whether properties are given */
    public boolean hasProperties() {
        return properties != null;
    }

    /**
     * @return name and properties
     * @throws IllegalArgumentException when a value is not of its type
     */
    public ComponentConfiguration read() {
        Map<String, Object> values = new HashMap<>();
        if (properties != null) {
            properties.forEach((name, property) -> values.put(name, PropertyJson.read(name, property)));
        }
        return StoredConfiguration.of(pid, null, values);
    }
}
