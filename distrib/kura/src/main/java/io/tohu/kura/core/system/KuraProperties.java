/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.system;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.eclipse.kura.system.SystemService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kura's properties, the later winning: what a desk is by default, {@code kura.properties},
 * {@code kura_custom.properties}, system properties. The files are the ones that {@code kura.configuration} and
 * {@code kura.custom.configuration} name, or lie in {@code kura.framework.config} and {@code kura.user.config}.
 */
final class KuraProperties {

    private static final Logger LOG = LoggerFactory.getLogger(KuraProperties.class);

    private static final Map<String, String> DEFAULTS = Map.of(
            SystemService.KEY_KURA_NAME, "Tohu embedded gateway",
            SystemService.KEY_KURA_VERSION, "version-unknown",
            SystemService.KEY_PLATFORM, "embedded",
            SystemService.KEY_DEVICE_NAME, "tohu-desk",
            SystemService.KEY_MODEL_ID, "embedded",
            SystemService.KEY_MODEL_NAME, "Tohu embedded gateway",
            SystemService.KEY_KURA_HAVE_NET_ADMIN, "false",
            SystemService.KEY_KURA_HAVE_WEB_INTER, "false");

    private KuraProperties() {}

    /** @param system the system properties */
    static Properties load(Properties system) {
        Properties properties = new Properties();
        properties.putAll(DEFAULTS);
        read(
                properties,
                system.getProperty(SystemService.KURA_CONFIG),
                system.getProperty(SystemService.KEY_KURA_FRAMEWORK_CONFIG_DIR),
                SystemService.KURA_PROPS_FILE);
        read(
                properties,
                system.getProperty(SystemService.KURA_CUSTOM_CONFIG),
                system.getProperty(SystemService.KEY_KURA_USER_CONFIG_DIR),
                SystemService.KURA_CUSTOM_PROPS_FILE);
        for (String name : system.stringPropertyNames()) {
            if (name.startsWith("kura.") || properties.containsKey(name)) {
                properties.setProperty(name, system.getProperty(name));
            }
        }
        return properties;
    }

    private static void read(Properties properties, String url, String directory, String name) {
        if (url == null && directory == null) {
            return;
        }
        try {
            Path file = url == null ? Path.of(directory, name) : Path.of(URI.create(url));
            if (Files.exists(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    properties.load(in);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("{} cannot be read and is left out: {}", url == null ? name : url, e.getMessage());
        }
    }
}
