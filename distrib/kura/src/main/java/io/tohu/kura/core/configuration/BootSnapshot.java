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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.configuration.metatype.OCD;
import org.eclipse.kura.core.configuration.metatype.Tocd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the newest snapshot to the configuration admin; what is wrong in it is said once and left out. */
final class BootSnapshot {

    private static final Logger LOG = LoggerFactory.getLogger(BootSnapshot.class);

    private final Map<String, Tocd> found = new HashMap<>();
    private final ConfigAdminStore store;
    private final Snapshots snapshots;

    BootSnapshot(ConfigAdminStore store, Snapshots snapshots) {
        this.store = store;
        this.snapshots = snapshots;
    }

    void load(Configurations configurations) {
        SnapshotXml.Content content = snapshots.load();
        if (content.problems().containsKey("")) {
            LOG.error(
                    "{}: a configuration is left out: {}",
                    snapshots.newestName(),
                    content.problems().get(""));
        }
        for (ComponentConfiguration each : content.configurations()) {
            ComponentConfiguration upgraded = ConfigurationUpgrade.of(each);
            Optional<String> problem =
                    Optional.ofNullable(content.problems().get(each.getPid())).or(() -> wrongType(upgraded));
            if (problem.isPresent()) {
                report(each.getPid(), StoredConfiguration.factoryPid(each) != null, problem.get());
            } else {
                load(configurations, upgraded);
            }
        }
    }

    private Optional<String> wrongType(ComponentConfiguration configuration) {
        String factoryPid = StoredConfiguration.factoryPid(configuration);
        OCD definition = found.get(factoryPid == null ? configuration.getPid() : factoryPid);
        return definition == null
                ? Optional.empty()
                : Validation.wrongType(definition, configuration.getConfigurationProperties());
    }

    private void load(Configurations configurations, ComponentConfiguration configuration) {
        String pid = configuration.getPid();
        String factoryPid = StoredConfiguration.factoryPid(configuration);
        try {
            if (factoryPid != null) {
                configurations.create(factoryPid, pid, configuration.getConfigurationProperties());
            } else {
                Map<String, Object> properties = new HashMap<>(configuration.getConfigurationProperties());
                properties.putIfAbsent(ConfigurationService.KURA_SERVICE_PID, pid);
                store.write(pid, properties);
            }
        } catch (KuraException | IOException e) {
            LOG.error("{}: component '{}' is left out: {}", snapshots.newestName(), pid, e.getMessage());
        }
    }

    /**
     * Takes back what was loaded for a definition that turns out to have other types.
     *
     * @param instances of the file's factory; for a singleton its own pid
     */
    void found(MetatypeFile file, List<String> instances, ComponentRegistry registry) {
        found.put(file.pid(), file.definition());
        for (String pid : instances) {
            String servicePid = file.factory() ? registry.servicePid(pid) : pid;
            try {
                Optional<String> problem = Validation.wrongType(file.definition(), store.read(servicePid, null));
                if (problem.isPresent()) {
                    store.delete(servicePid);
                    if (file.factory()) {
                        registry.remove(pid);
                    }
                    report(pid, file.factory(), problem.get());
                }
            } catch (IOException e) {
                LOG.error("The configuration of '{}' cannot be read: {}", pid, e.getMessage());
            }
        }
    }

    private void report(String pid, boolean instance, String problem) {
        LOG.error(
                "{}: component '{}' {}: {}. Correct the snapshot and upload it again",
                snapshots.newestName(),
                pid,
                instance ? "is left out" : "runs with its defaults",
                problem);
    }
}
