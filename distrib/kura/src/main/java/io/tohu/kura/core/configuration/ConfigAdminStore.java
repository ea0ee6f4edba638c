/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.configuration;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.configuration.Password;
import org.eclipse.kura.configuration.metatype.AD;
import org.eclipse.kura.configuration.metatype.OCD;
import org.eclipse.kura.configuration.metatype.Scalar;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** What the configuration admin holds for components; passwords are text there, still encrypted. */
final class ConfigAdminStore {

    /** Any bundle may receive the configuration, as Kura asks for. */
    private static final String ANY_LOCATION = "?";

    private final ConfigurationAdmin admin;

    ConfigAdminStore(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    /** Creates an instance without properties. Returns its service.pid. */
    String create(String factoryPid) throws IOException {
        return admin.createFactoryConfiguration(factoryPid, null).getPid();
    }

    /** Empty when nothing was ever stored. */
    Map<String, Object> read(String servicePid, OCD definition) throws IOException {
        Dictionary<String, Object> stored =
                admin.getConfiguration(servicePid, ANY_LOCATION).getProperties();
        Map<String, Object> properties = new HashMap<>();
        if (stored != null) {
            for (String name : Collections.list(stored.keys())) {
                properties.put(name, stored.get(name));
            }
        }
        if (definition != null) {
            for (AD attribute : definition.getAD()) {
                if (attribute.getType() == Scalar.PASSWORD) {
                    properties.computeIfPresent(attribute.getId(), (name, value) -> password(value));
                }
            }
        }
        return properties;
    }

    void write(String servicePid, Map<String, Object> properties) throws IOException {
        Dictionary<String, Object> stored = new Hashtable<>();
        properties.forEach((name, value) -> {
            if (value instanceof Password password) {
                stored.put(name, password.toString());
            } else if (value instanceof Password[] passwords) {
                stored.put(
                        name, Arrays.stream(passwords).map(Password::toString).toArray(String[]::new));
            } else if (value != null) {
                stored.put(name, value);
            }
        });
        admin.getConfiguration(servicePid, ANY_LOCATION).update(stored);
    }

    void delete(String servicePid) throws IOException {
        admin.getConfiguration(servicePid, ANY_LOCATION).delete();
    }

    /** The instance of any factory with that kura.service.pid. */
    Optional<Configuration> instance(String pid) throws IOException {
        try {
            Configuration[] all = admin.listConfigurations("(" + ConfigurationAdmin.SERVICE_FACTORYPID + "=*)");
            return Arrays.stream(all == null ? new Configuration[0] : all)
                    .filter(each -> pid.equals(each.getProperties().get(ConfigurationService.KURA_SERVICE_PID)))
                    .findAny();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object password(Object stored) {
        if (stored instanceof String[] several) {
            return Arrays.stream(several).map(Password::new).toArray(Password[]::new);
        }
        return new Password(stored.toString());
    }
}
