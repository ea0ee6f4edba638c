/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.broker;

import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** An MQTT broker in memory, without persistence or security: for desks and tests on this machine only. */
public final class EmbeddedBroker {

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();

    /** Starts listening for MQTT on the loopback interface. */
    public EmbeddedBroker(int port) throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setPersistenceEnabled(false);
        configuration.setSecurityEnabled(false);
        configuration.setJMXManagementEnabled(false);
        configuration.setName("tohu-demo-broker");
        configuration.addAcceptorConfiguration("mqtt", "tcp://127.0.0.1:" + port + "?protocols=MQTT");
        // Kura's control topics begin with $EDC; by default Artemis would keep the client from queues of its own.
        AddressSettings settings = new AddressSettings();
        settings.setAutoCreateAddresses(true);
        settings.setAutoCreateQueues(true);
        settings.setMaxSizeMessages(-1);
        settings.setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
        configuration.addAddressSetting("#", settings);
        server.setConfiguration(configuration);
        server.start();
    }

    public void stop() throws Exception {
        server.stop();
    }
}
