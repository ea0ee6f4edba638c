/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.db;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.connection.listener.ConnectionListener;
import org.eclipse.kura.message.store.provider.MessageStore;
import org.eclipse.kura.message.store.provider.MessageStoreProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps message stores in memory, as Kura's database does by default: a store outlives its closing, not the component. */
@Component(
        name = MemoryStoreProvider.PID,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {ConfigurableComponent.class, MessageStoreProvider.class},
        property = "kura.ui.service.hide:Boolean=true")
@Designate(ocd = MemoryStoreConfig.class, factory = true)
public final class MemoryStoreProvider implements MessageStoreProvider, ConfigurableComponent {

    static final String PID = "org.eclipse.kura.core.db.H2DbService";

    private static final Logger LOG = LoggerFactory.getLogger(MemoryStoreProvider.class);

    private final Map<String, MessageStore> stores = new ConcurrentHashMap<>();

    /**
     * @param config the URL
     */
    @Activate
    public MemoryStoreProvider(MemoryStoreConfig config) {
        modified(config);
    }

    @Modified
    void modified(MemoryStoreConfig config) {
        if (!config.db_connector_url().startsWith("jdbc:h2:mem:")) {
            LOG.warn(
                    "Messages are kept in memory only: this gateway has no database for {}", config.db_connector_url());
        }
    }

    @Override
    public MessageStore openMessageStore(String name) {
        return stores.computeIfAbsent(name, any -> new MemoryMessageStore(Clock.systemUTC()));
    }

    @Override
    public void addListener(ConnectionListener listener) {
        // Memory is always connected.
    }

    @Override
    public void removeListener(ConnectionListener listener) {
        // Memory is always connected.
    }
}
