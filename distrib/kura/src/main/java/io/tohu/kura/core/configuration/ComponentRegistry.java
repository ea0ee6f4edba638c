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

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.core.configuration.metatype.Tocd;
import org.osgi.framework.Bundle;

/** Which components are there under which name, and which definitions bundles brought. Guarded by its owner. */
final class ComponentRegistry {

    private final Map<String, String> servicePids = new HashMap<>();
    private final Map<String, String> factoryPids = new HashMap<>();
    private final Set<String> selfConfiguring = new HashSet<>();
    private final Map<String, Tocd> definitions = new HashMap<>();
    private final Map<String, Bundle> factories = new HashMap<>();

    /** True when the pid was not known before. */
    boolean add(String pid, String servicePid, String factoryPid) {
        if (servicePids.containsKey(pid)) {
            return false;
        }
        servicePids.put(pid, servicePid);
        if (factoryPid != null) {
            factoryPids.put(pid, factoryPid);
        }
        return true;
    }

    void addSelfConfiguring(String pid, String servicePid) {
        servicePids.put(pid, servicePid);
        selfConfiguring.add(pid);
    }

    void remove(String pid) {
        servicePids.remove(pid);
        factoryPids.remove(pid);
        selfConfiguring.remove(pid);
    }

    boolean contains(String pid) {
        return servicePids.containsKey(pid);
    }

    boolean isSelfConfiguring(String pid) {
        return selfConfiguring.contains(pid);
    }

    Set<String> pids() {
        return Set.copyOf(servicePids.keySet());
    }

    List<String> instancesOf(String factoryPid) {
        return factoryPids.keySet().stream()
                .filter(pid -> factoryPids.get(pid).equals(factoryPid))
                .toList();
    }

    /** Null when the pid is not known. */
    String servicePid(String pid) {
        return servicePids.get(pid);
    }

    void define(MetatypeFile file, Bundle provider) {
        definitions.put(file.pid(), file.definition());
        if (file.factory()) {
            factories.put(file.pid(), provider);
        }
    }

    /** Definitions stay for the components that run; factories are no longer offered. */
    void removeFactoriesOf(Bundle provider) {
        factories.values().removeIf(each -> each.getBundleId() == provider.getBundleId());
    }

    Set<String> factories() {
        return Set.copyOf(factories.keySet());
    }

    /** The definition for an instance (through its factory), a singleton or a factory; null when there is none. */
    Tocd definition(String pid) {
        Tocd definition = definitions.get(factoryPids.get(pid));
        return definition == null ? definitions.get(pid) : definition;
    }
}
