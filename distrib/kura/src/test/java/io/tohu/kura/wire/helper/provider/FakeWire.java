/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.wire.helper.provider;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Wire;

/** A wire that leads to a consumer of the test. */
final class FakeWire implements Wire {

    private final Map<String, Object> properties;
    private final Consumer consumer;

    FakeWire(int emitterPort, int receiverPort, Consumer consumer) {
        this.properties = Map.of("emitter.port", emitterPort, "receiver.port", receiverPort);
        this.consumer = consumer;
    }

    @Override
    public void update(Object value) {
        consumer.updated(this, value);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Dictionary getProperties() {
        return new Hashtable<>(properties);
    }

    @Override
    public boolean isValid() {
        return true;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class[] getFlavors() {
        return new Class[0];
    }

    @Override
    public Object poll() {
        return null;
    }

    @Override
    public Object getLastValue() {
        return "last";
    }

    @Override
    public String[] getScope() {
        return new String[0];
    }

    @Override
    public boolean hasScope(String name) {
        return true;
    }
}
