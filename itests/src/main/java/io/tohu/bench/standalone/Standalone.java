/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.standalone;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.ComponentInstance;

/** What a component learns of itself outside of OSGi: its name, and nothing else. */
public record Standalone(String pid) implements ComponentContext {

    @Override
    public Dictionary<String, Object> getProperties() {
        return new Hashtable<>(Map.of("kura.service.pid", pid));
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
