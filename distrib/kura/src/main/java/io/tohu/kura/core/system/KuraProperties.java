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
import java.util.Properties;
import org.eclipse.kura.system.SystemService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kura's properties: those of the file that {@code kura.configuration} names, and the system properties, which win. */
final class KuraProperties {

    private static final Logger LOG = LoggerFactory.getLogger(KuraProperties.class);

    private KuraProperties() {}

    /** @param system the system properties */
    static Properties load(Properties system) {
        Properties properties = new Properties();
        String url = system.getProperty(SystemService.KURA_CONFIG);
        if (url != null) {
            try (InputStream in = Files.newInputStream(Path.of(URI.create(url)))) {
                properties.load(in);
            } catch (IOException | IllegalArgumentException e) {
                LOG.error("{} cannot be read and is left out: {}", url, e.getMessage());
            }
        }
        for (String name : system.stringPropertyNames()) {
            if (name.startsWith("kura.") || properties.containsKey(name)) {
                properties.setProperty(name, system.getProperty(name));
            }
        }
        return properties;
    }
}
