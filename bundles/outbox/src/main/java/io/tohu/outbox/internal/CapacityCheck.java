/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal;

import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurationService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the data service would refuse messages before the queue is full: it does so by number alone, alarms of
 * priority 2 and above included.
 */
final class CapacityCheck {

    private static final Logger LOG = LoggerFactory.getLogger("io.tohu.outbox");
    private static final String CAPACITY = "store.capacity";

    private CapacityCheck() {}

    /**
     * Says it in the log when the capacity is below what the queue holds.
     *
     * @param name of the queue, which is the pid of the data service
     * @param configurations null when there is no such service
     * @return whether it is
     */
    static boolean warn(String name, int messages, ConfigurationService configurations) {
        if (configurations == null) {
            return false;
        }
        try {
            ComponentConfiguration dataService = configurations.getComponentConfiguration(name);
            Map<String, Object> properties = dataService == null ? null : dataService.getConfigurationProperties();
            if (properties != null && properties.get(CAPACITY) instanceof Integer capacity && capacity < messages) {
                LOG.warn(
                        "{} of {} is {}: at that depth Kura refuses messages of priority 2 and above, alarms included,"
                                + " though the outbox has room for {}; set it to {}",
                        CAPACITY,
                        name,
                        capacity,
                        messages,
                        Integer.MAX_VALUE);
                return true;
            }
        } catch (KuraException | RuntimeException e) {
            // a look that fails must not keep the queue's thread from its work
            LOG.debug("{} of {} is not known", CAPACITY, name, e);
        }
        return false;
    }
}
