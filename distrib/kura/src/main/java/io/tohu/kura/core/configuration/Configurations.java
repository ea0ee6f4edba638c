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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.configuration.metatype.OCD;
import org.eclipse.kura.core.configuration.metatype.Tocd;
import org.osgi.framework.Bundle;
import org.osgi.service.cm.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Components, their definitions and their stored properties. */
final class Configurations implements MetatypeTracker.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Configurations.class);

    private final ComponentRegistry registry = new ComponentRegistry();
    private final ConfigAdminStore store;
    private final Defaults defaults;
    private final SelfConfiguration selfConfiguration;

    Configurations(ConfigAdminStore store, Defaults defaults, SelfConfiguration selfConfiguration) {
        this.store = store;
        this.defaults = defaults;
        this.selfConfiguration = selfConfiguration;
    }

    /** What the newest snapshot has, as it is: the defaults that it lacks come with the bundles. */
    void load(List<ComponentConfiguration> snapshot) {
        for (ComponentConfiguration each : snapshot) {
            String factoryPid = StoredConfiguration.factoryPid(each);
            Map<String, Object> properties = new HashMap<>(each.getConfigurationProperties());
            try {
                if (factoryPid == null) {
                    properties.putIfAbsent(ConfigurationService.KURA_SERVICE_PID, each.getPid());
                    store.write(each.getPid(), properties);
                } else {
                    create(factoryPid, each.getPid(), properties);
                }
            } catch (KuraException | IOException e) {
                LOG.error("Component '{}' of the snapshot is left out: {}", each.getPid(), e.getMessage());
            }
        }
    }

    private List<String> instances(MetatypeFile file) {
        return file.factory() ? registry.instancesOf(file.pid()) : List.of(file.pid());
    }

    @Override
    public synchronized void started(Bundle bundle, List<MetatypeFile> files) {
        for (MetatypeFile each : files) {
            registry.define(each, bundle);
            for (String pid : instances(each)) {
                seedDefaults(pid, each.definition());
            }
        }
    }

    @Override
    public synchronized void stopped(Bundle bundle) {
        registry.removeFactoriesOf(bundle);
    }

    /** Kura configures a singleton with its defaults as soon as its definition is known, and fills up instances. */
    private void seedDefaults(String pid, OCD definition) {
        String servicePid = registry.contains(pid) ? registry.servicePid(pid) : pid;
        try {
            Map<String, Object> properties = store.read(servicePid, definition);
            properties.putIfAbsent(ConfigurationService.KURA_SERVICE_PID, pid);
            defaults.merge(definition, properties);
            store.write(servicePid, properties);
        } catch (IOException e) {
            LOG.error("Component '{}' cannot be given its defaults", pid, e);
        }
    }

    synchronized void appeared(String pid, String servicePid, String factoryPid) {
        if (pid == null) {
            LOG.warn("A component with service.pid {} has no kura.service.pid and is not configurable", servicePid);
        } else if (registry.add(pid, servicePid, factoryPid)
                && factoryPid != null
                && registry.definition(factoryPid) != null) {
            seedDefaults(pid, registry.definition(factoryPid));
        }
    }

    synchronized void appearedSelfConfiguring(String pid, String servicePid) {
        if (pid != null) {
            registry.addSelfConfiguring(pid, servicePid);
        }
    }

    synchronized void disappeared(String pid) {
        if (pid != null) {
            registry.remove(pid);
        }
    }

    synchronized Set<String> pids() {
        return registry.pids();
    }

    synchronized boolean contains(String pid) {
        return registry.contains(pid);
    }

    synchronized Set<String> factories() {
        return registry.factories();
    }

    /** The definition of a component or factory with its defaults; both are empty where there is no definition. */
    synchronized ComponentConfiguration defaults(String pid) {
        OCD definition = registry.isSelfConfiguring(pid)
                ? selfConfiguration
                        .of(pid)
                        .map(ComponentConfiguration::getDefinition)
                        .orElse(null)
                : registry.definition(pid);
        return StoredConfiguration.of(pid, definition, defaults.of(definition));
    }

    List<ComponentConfiguration> all() throws KuraException {
        List<ComponentConfiguration> all = new ArrayList<>();
        for (String pid : pids()) {
            try {
                get(pid).ifPresent(all::add);
            } catch (IOException e) {
                throw new KuraException(KuraErrorCode.CONFIGURATION_ERROR, e, "component '" + pid + "'");
            }
        }
        return all;
    }

    /** Passwords are encrypted. A component that keeps its configuration itself is asked without holding the lock. */
    Optional<ComponentConfiguration> get(String pid) throws IOException {
        synchronized (this) {
            if (!registry.contains(pid)) {
                return Optional.empty();
            }
            if (!registry.isSelfConfiguring(pid)) {
                Tocd definition = registry.definition(pid);
                Map<String, Object> stored = store.read(registry.servicePid(pid), definition);
                return Optional.of(StoredConfiguration.of(pid, definition, stored));
            }
        }
        return selfConfiguration.of(pid);
    }

    synchronized void create(String factoryPid, String pid, Map<String, Object> properties) throws KuraException {
        if (pid == null) {
            throw new KuraException(KuraErrorCode.INVALID_PARAMETER, "pid cannot be null");
        }
        if (registry.contains(pid)) {
            throw new KuraException(KuraErrorCode.INVALID_PARAMETER, "pid " + pid + " already exists");
        }
        Map<String, Object> merged = properties == null ? new HashMap<>() : new HashMap<>(properties);
        Tocd definition = registry.definition(factoryPid);
        if (definition != null) {
            defaults.merge(definition, merged);
        }
        merged.put(ConfigurationService.KURA_SERVICE_PID, pid);
        try {
            String servicePid = store.create(factoryPid);
            store.write(servicePid, merged);
            LOG.info("Created '{}' of factory {}", pid, factoryPid);
            appeared(pid, servicePid, factoryPid);
        } catch (IOException e) {
            throw new KuraException(
                    KuraErrorCode.CONFIGURATION_ERROR, e, "component '" + pid + "' of factory " + factoryPid);
        }
    }

    /** False when there is no such instance. */
    synchronized boolean delete(String pid) throws KuraException {
        if (pid == null) {
            throw new KuraException(KuraErrorCode.INVALID_PARAMETER, "pid cannot be null");
        }
        try {
            Optional<Configuration> instance = store.instance(pid);
            if (instance.isEmpty()) {
                LOG.warn("Component '{}' is not there or not of a factory, nothing is deleted", pid);
                return false;
            }
            instance.get().delete();
            registry.remove(pid);
            LOG.info("Deleted '{}'", pid);
            return true;
        } catch (IOException e) {
            throw new KuraException(KuraErrorCode.CONFIGURATION_ERROR, e, "component '" + pid + "'");
        }
    }

    /** As in Kura nothing is held against the form: a value of another type or beyond its limits reaches the component. */
    synchronized void apply(String pid, Map<String, Object> properties) throws KuraException {
        Tocd known = registry.definition(pid);
        OCD definition =
                known != null || !registry.contains(pid) ? known : defaults(pid).getDefinition();
        if (!registry.contains(pid) || properties == null || definition == null) {
            LOG.info("Component '{}' is not there or has no definition, its configuration is not changed", pid);
            return;
        }
        try {
            Map<String, Object> merged = defaults.of(definition);
            if (!registry.isSelfConfiguring(pid)) {
                merged.putAll(store.read(registry.servicePid(pid), definition));
            }
            merged.putAll(properties);
            merged.putIfAbsent(ConfigurationService.KURA_SERVICE_PID, pid);
            store.write(registry.servicePid(pid), merged);
        } catch (IOException e) {
            throw new KuraException(KuraErrorCode.CONFIGURATION_UPDATE, e, "component '" + pid + "'");
        }
    }
}
