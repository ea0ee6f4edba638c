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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.KuraPartialSuccessException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.configuration.metatype.OCD;
import org.eclipse.kura.core.configuration.metatype.Tocd;
import org.osgi.framework.Bundle;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Components, their definitions and their stored properties, and what follows when one of them changes. */
final class Configurations implements MetatypeTracker.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Configurations.class);

    private final ComponentRegistry registry = new ComponentRegistry();
    private final Map<String, Tocd> found = new HashMap<>();
    private final Set<String> deleted = new HashSet<>();
    private final ConfigAdminStore store;
    private final Snapshots snapshots;
    private final Defaults defaults;
    private final SelfConfiguration selfConfiguration;

    Configurations(
            ConfigAdminStore store, Snapshots snapshots, Defaults defaults, SelfConfiguration selfConfiguration) {
        this.store = store;
        this.snapshots = snapshots;
        this.defaults = defaults;
        this.selfConfiguration = selfConfiguration;
    }

    /** Hands the newest snapshot to the configuration admin; what is wrong in it is said once and left out. */
    synchronized void load() {
        SnapshotXml.Content content = snapshots.load();
        for (ComponentConfiguration each : content.configurations()) {
            ComponentConfiguration upgraded = ConfigurationUpgrade.of(each);
            String problem = content.problems().get(each.getPid());
            Tocd definition = found.get(definitionPid(upgraded));
            if (problem == null && definition != null) {
                problem = Validation.wrongType(definition, upgraded.getConfigurationProperties())
                        .orElse(null);
            }
            if (problem == null) {
                load(upgraded);
            } else {
                reportWrong(each.getPid(), factoryPid(upgraded) != null, problem);
            }
        }
    }

    private void load(ComponentConfiguration configuration) {
        String pid = configuration.getPid();
        try {
            String factoryPid = factoryPid(configuration);
            if (factoryPid != null) {
                create(factoryPid, pid, configuration.getConfigurationProperties(), false);
            } else {
                Map<String, Object> properties = new HashMap<>(configuration.getConfigurationProperties());
                properties.putIfAbsent(ConfigurationService.KURA_SERVICE_PID, pid);
                store.write(pid, properties);
            }
        } catch (KuraException | IOException e) {
            LOG.error("{}: component '{}' is left out: {}", snapshots.newestName(), pid, e.getMessage());
        }
    }

    private void reportWrong(String pid, boolean instance, String problem) {
        LOG.error(
                "{}: component '{}' {}: {}. Correct it in a snapshot or in the component's form",
                snapshots.newestName(),
                pid,
                instance ? "is left out" : "runs with its defaults",
                problem);
    }

    private static String factoryPid(ComponentConfiguration configuration) {
        Map<String, Object> properties = configuration.getConfigurationProperties();
        Object factoryPid = properties == null ? null : properties.get(ConfigurationAdmin.SERVICE_FACTORYPID);
        return factoryPid == null ? null : factoryPid.toString();
    }

    private static String definitionPid(ComponentConfiguration configuration) {
        String factoryPid = factoryPid(configuration);
        return factoryPid == null ? configuration.getPid() : factoryPid;
    }

    @Override
    public synchronized void found(List<MetatypeFile> files) {
        for (MetatypeFile each : files) {
            found.put(each.pid(), each.definition());
            try {
                if (each.factory()) {
                    for (String pid : registry.instancesOf(each.pid())) {
                        dropWrong(pid, registry.servicePid(pid), each);
                    }
                } else {
                    dropWrong(each.pid(), each.pid(), each);
                }
            } catch (IOException e) {
                LOG.error("The configurations for {} cannot be read", each.pid(), e);
            }
        }
    }

    private void dropWrong(String pid, String servicePid, MetatypeFile file) throws IOException {
        Map<String, Object> stored = store.read(servicePid, null);
        Optional<String> problem = Validation.wrongType(file.definition(), stored);
        if (problem.isPresent()) {
            store.delete(servicePid);
            if (file.factory()) {
                registry.remove(pid);
            }
            reportWrong(pid, file.factory(), problem.get());
        }
    }

    @Override
    public synchronized void started(Bundle bundle, List<MetatypeFile> files) {
        for (MetatypeFile each : files) {
            registry.define(each, bundle);
            List<String> pids = each.factory() ? registry.instancesOf(each.pid()) : List.of(each.pid());
            for (String pid : pids) {
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

    synchronized Set<String> factories() {
        return registry.factories();
    }

    /** Factory → instances that were created for it, for factories that are not among those offered. */
    synchronized Map<String, List<String>> waiting(Set<String> offered) {
        return registry.instancesExcept(offered);
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

    synchronized List<ComponentConfiguration> all() throws KuraException {
        List<ComponentConfiguration> all = new ArrayList<>();
        for (String pid : registry.pids()) {
            try {
                get(pid).ifPresent(all::add);
            } catch (IOException e) {
                throw new KuraException(KuraErrorCode.CONFIGURATION_ERROR, e, "component '" + pid + "'");
            }
        }
        return all;
    }

    /** Passwords are encrypted. */
    synchronized Optional<ComponentConfiguration> get(String pid) throws IOException {
        if (registry.isSelfConfiguring(pid)) {
            return selfConfiguration.of(pid);
        }
        if (!registry.contains(pid)) {
            return Optional.empty();
        }
        Tocd definition = registry.definition(pid);
        return Optional.of(StoredConfiguration.of(pid, definition, store.read(registry.servicePid(pid), definition)));
    }

    synchronized void create(String factoryPid, String pid, Map<String, Object> properties, boolean takeSnapshot)
            throws KuraException {
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
            Validation.require(pid, definition, merged);
        }
        merged.put(ConfigurationService.KURA_SERVICE_PID, pid);
        try {
            String servicePid = store.create(factoryPid);
            store.write(servicePid, merged);
            LOG.info("Created '{}' of factory {}", pid, factoryPid);
            appeared(pid, servicePid, factoryPid);
            deleted.remove(pid);
        } catch (IOException e) {
            throw new KuraException(
                    KuraErrorCode.CONFIGURATION_ERROR, e, "component '" + pid + "' of factory " + factoryPid);
        }
        if (takeSnapshot) {
            snapshot();
        }
    }

    synchronized void delete(String pid, boolean takeSnapshot) throws KuraException {
        if (pid == null) {
            throw new KuraException(KuraErrorCode.INVALID_PARAMETER, "pid cannot be null");
        }
        try {
            Optional<Configuration> instance = store.instance(pid);
            if (instance.isEmpty()) {
                LOG.warn("Component '{}' is not there or not of a factory, nothing is deleted", pid);
                return;
            }
            instance.get().delete();
            registry.remove(pid);
            deleted.add(pid);
            LOG.info("Deleted '{}'", pid);
        } catch (IOException e) {
            throw new KuraException(KuraErrorCode.CONFIGURATION_ERROR, e, "component '" + pid + "'");
        }
        if (takeSnapshot) {
            snapshot();
        }
    }

    synchronized long snapshot() throws KuraException {
        return save(current(List.of()));
    }

    private long save(List<ComponentConfiguration> configurations) throws KuraException {
        long id = snapshots.save(configurations);
        deleted.clear();
        return id;
    }

    /** Every component with the changes applied, and from the newest snapshot those that are not there yet. */
    private List<ComponentConfiguration> current(List<ComponentConfiguration> changes) throws KuraException {
        Map<String, ComponentConfiguration> current = new LinkedHashMap<>();
        for (ComponentConfiguration each : all()) {
            current.put(each.getPid(), each);
        }
        for (ComponentConfiguration change : changes) {
            current.computeIfPresent(change.getPid(), (pid, before) -> merged(before, change));
        }
        for (ComponentConfiguration each : snapshots.newest().configurations()) {
            current.putIfAbsent(each.getPid(), each);
        }
        current.keySet().removeAll(deleted);
        current.replaceAll((pid, each) -> ConfigurationUpgrade.of(each));
        return new ArrayList<>(current.values());
    }

    private static ComponentConfiguration merged(ComponentConfiguration before, ComponentConfiguration change) {
        Map<String, Object> properties = new HashMap<>();
        for (ComponentConfiguration each : List.of(before, change)) {
            if (each.getConfigurationProperties() != null) {
                properties.putAll(each.getConfigurationProperties());
            }
        }
        return StoredConfiguration.of(before.getPid(), change.getDefinition(), properties);
    }

    /** Changes components that are there and creates instances that are not; the rest is done when one fails. */
    synchronized void update(List<ComponentConfiguration> changes, boolean takeSnapshot) throws KuraException {
        List<Throwable> causes = new ArrayList<>();
        List<ComponentConfiguration> current = current(changes);
        Set<String> changing = new HashSet<>(
                changes.stream().map(ComponentConfiguration::getPid).toList());
        for (ComponentConfiguration each : current) {
            if (changing.contains(each.getPid())) {
                attempt(causes, each.getPid(), () -> apply(each.getPid(), each.getConfigurationProperties(), true));
            }
        }
        for (ComponentConfiguration change : changes) {
            String factoryPid = factoryPid(change);
            if (factoryPid != null && !registry.contains(change.getPid())) {
                ComponentConfiguration created = ConfigurationUpgrade.of(change);
                if (attempt(
                        new ArrayList<>(),
                        change.getPid(),
                        () -> create(factoryPid, created.getPid(), created.getConfigurationProperties(), false))) {
                    current.add(created);
                }
            }
        }
        if (takeSnapshot && !current.isEmpty()) {
            save(current);
        }
        if (!causes.isEmpty()) {
            throw new KuraPartialSuccessException("updateConfigurations", causes);
        }
    }

    synchronized void rollback(List<ComponentConfiguration> snapshot) throws KuraException {
        List<Throwable> causes = new ArrayList<>();
        for (String pid : registry.factoryInstances()) {
            attempt(causes, pid, () -> delete(pid, false));
        }
        for (ComponentConfiguration each : snapshot) {
            String factoryPid = factoryPid(each);
            if (factoryPid != null) {
                attempt(
                        causes,
                        each.getPid(),
                        () -> create(factoryPid, each.getPid(), each.getConfigurationProperties(), false));
            }
        }
        Set<String> others = new HashSet<>(registry.pids());
        for (ComponentConfiguration each : snapshot) {
            attempt(causes, each.getPid(), () -> apply(each.getPid(), each.getConfigurationProperties(), false));
            others.remove(each.getPid());
        }
        for (String pid : others) {
            attempt(causes, pid, () -> apply(pid, Map.of(), false));
        }
        if (!causes.isEmpty()) {
            throw new KuraPartialSuccessException("rollback", causes);
        }
        save(snapshot);
    }

    /** @param keep whether values that are not given stay as they are, or fall back to their defaults */
    private void apply(String pid, Map<String, Object> properties, boolean keep) throws KuraException {
        Tocd known = registry.definition(pid);
        OCD definition =
                known != null || !registry.contains(pid) ? known : defaults(pid).getDefinition();
        if (!registry.contains(pid) || properties == null || definition == null) {
            LOG.info("Component '{}' is not there or has no definition, its configuration is not changed", pid);
            return;
        }
        boolean self = registry.isSelfConfiguring(pid);
        String servicePid = registry.servicePid(pid);
        try {
            Map<String, Object> merged = defaults.of(definition);
            if (keep && !self) {
                merged.putAll(store.read(servicePid, definition));
            }
            merged.putAll(properties);
            merged.putIfAbsent(ConfigurationService.KURA_SERVICE_PID, pid);
            if (!self) {
                Validation.require(pid, definition, merged);
            }
            store.write(servicePid, merged);
        } catch (IOException e) {
            throw new KuraException(KuraErrorCode.CONFIGURATION_UPDATE, e, "component '" + pid + "'");
        }
    }

    private interface Step {
        void run() throws KuraException;
    }

    private static boolean attempt(List<Throwable> causes, String pid, Step step) {
        try {
            step.run();
            return true;
        } catch (KuraException e) {
            LOG.warn("Component '{}' is not changed: {}", pid, e.getMessage());
            causes.add(e);
            return false;
        }
    }
}
