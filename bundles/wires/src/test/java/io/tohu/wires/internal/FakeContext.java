/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal;

import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.ComponentInstance;

/** The context of a component that knows nothing but its name. */
public final class FakeContext implements ComponentContext {

    private final Dictionary<String, Object> properties = new Hashtable<>();

    public FakeContext(String pid) {
        properties.put("kura.service.pid", pid);
    }

    @Override
    public Dictionary<String, Object> getProperties() {
        return properties;
    }

    @Override
    public ServiceReference<?> getServiceReference() {
        return null;
    }

    @Override
    public <S> S locateService(String name) {
        return null;
    }

    @Override
    public <S> S locateService(String name, ServiceReference<S> reference) {
        return null;
    }

    @Override
    public Object[] locateServices(String name) {
        return null;
    }

    @Override
    public BundleContext getBundleContext() {
        return null;
    }

    @Override
    public Bundle getUsingBundle() {
        return null;
    }

    @Override
    public <S> ComponentInstance<S> getComponentInstance() {
        return null;
    }

    @Override
    public void enableComponent(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void disableComponent(String name) {
        throw new UnsupportedOperationException();
    }
}
