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

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.KuraPartialSuccessException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes to one or many components, and the snapshot that follows each. Holds the lock of the configurations. */
final class ConfigurationChanges {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationChanges.class);

    private final Configurations configurations;
    private final Snapshots snapshots;

    /** Deleted since the newest snapshot, which still has them. */
    private final Set<String> deleted = new HashSet<>();

    ConfigurationChanges(Configurations configurations, Snapshots snapshots) {
        this.configurations = configurations;
        this.snapshots = snapshots;
    }

    void create(String factoryPid, String pid, Map<String, Object> properties, boolean takeSnapshot)
            throws KuraException {
        synchronized (configurations) {
            create(factoryPid, pid, properties);
            if (takeSnapshot) {
                snapshot();
            }
        }
    }

    private void create(String factoryPid, String pid, Map<String, Object> properties) throws KuraException {
        configurations.create(factoryPid, pid, properties);
        deleted.remove(pid);
    }

    void delete(String pid, boolean takeSnapshot) throws KuraException {
        synchronized (configurations) {
            delete(pid);
            if (takeSnapshot) {
                snapshot();
            }
        }
    }

    private void delete(String pid) throws KuraException {
        if (configurations.delete(pid)) {
            deleted.add(pid);
        }
    }

    long snapshot() throws KuraException {
        synchronized (configurations) {
            return save(current(List.of()).values());
        }
    }

    private long save(Collection<ComponentConfiguration> all) throws KuraException {
        long id = snapshots.save(all);
        deleted.clear();
        return id;
    }

    /** Every component with the changes applied, and from the newest snapshot those that are not there yet. */
    private Map<String, ComponentConfiguration> current(List<ComponentConfiguration> updates) throws KuraException {
        Map<String, ComponentConfiguration> current = new LinkedHashMap<>();
        for (ComponentConfiguration each : configurations.all()) {
            current.put(each.getPid(), each);
        }
        for (ComponentConfiguration update : updates) {
            current.computeIfPresent(update.getPid(), (pid, before) -> merged(before, update));
        }
        for (ComponentConfiguration each : snapshots.newest()) {
            current.putIfAbsent(each.getPid(), each);
        }
        current.keySet().removeAll(deleted);
        return current;
    }

    private static ComponentConfiguration merged(ComponentConfiguration before, ComponentConfiguration update) {
        Map<String, Object> properties = new HashMap<>();
        for (ComponentConfiguration each : List.of(before, update)) {
            if (each.getConfigurationProperties() != null) {
                properties.putAll(each.getConfigurationProperties());
            }
        }
        return StoredConfiguration.of(before.getPid(), before.getDefinition(), properties);
    }

    /**
     * Changes components that are there and creates instances that are not. When one fails the others are done, and
     * the snapshot keeps what the failed one had.
     *
     * @throws KuraPartialSuccessException with a cause for each change that was refused
     */
    void update(List<ComponentConfiguration> updates, boolean takeSnapshot) throws KuraException {
        synchronized (configurations) {
            List<Throwable> causes = new ArrayList<>();
            Map<String, ComponentConfiguration> before = current(List.of());
            Map<String, ComponentConfiguration> after = current(updates);
            // Kura's order: the wire graph, say, changes before the instances that it names are created.
            for (ComponentConfiguration update : updates) {
                String pid = update.getPid();
                if (configurations.contains(pid) && !attempt(causes, pid, () -> apply(after.get(pid)))) {
                    after.put(pid, before.get(pid));
                }
            }
            for (ComponentConfiguration update : updates) {
                if (!configurations.contains(update.getPid())) {
                    create(update, causes).ifPresent(created -> after.put(update.getPid(), created));
                }
            }
            if (takeSnapshot && !after.isEmpty()) {
                save(after.values());
            }
            if (!causes.isEmpty()) {
                throw new KuraPartialSuccessException("updateConfigurations", causes);
            }
        }
    }

    private Optional<ComponentConfiguration> create(ComponentConfiguration update, List<Throwable> causes) {
        String factoryPid = StoredConfiguration.factoryPid(update);
        boolean created = factoryPid != null
                && attempt(
                        causes,
                        update.getPid(),
                        () -> create(factoryPid, update.getPid(), update.getConfigurationProperties()));
        return created ? Optional.of(update) : Optional.empty();
    }

    private void apply(ComponentConfiguration configuration) throws KuraException {
        configurations.apply(configuration.getPid(), configuration.getConfigurationProperties());
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
