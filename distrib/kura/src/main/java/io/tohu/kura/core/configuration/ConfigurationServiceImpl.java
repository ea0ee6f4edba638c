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
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.configuration.SelfConfiguringComponent;
import org.eclipse.kura.configuration.metatype.OCDService;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.system.SystemService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.MetaTypeService;

/**
 * Configuration of components under the names a user gave them, kept in snapshots. Thin: what it does is in
 * {@link Configurations} and {@link ConfigurationChanges}, and one lock guards all of it, as Kura's does.
 */
@Component(
        name = "org.eclipse.kura.configuration.ConfigurationService",
        immediate = true,
        service = {ConfigurationService.class, OCDService.class},
        property = "service.pid=org.eclipse.kura.configuration.ConfigurationService")
public final class ConfigurationServiceImpl implements ConfigurationService, OCDService {

    private final BundleContext context;
    private final ServiceComponentRuntime components;
    private final Passwords passwords;
    private final Snapshots snapshots;
    private final Configurations configurations;
    private final ConfigurationChanges changes;
    private final MetatypeTracker metatypes;

    @Activate
    public ConfigurationServiceImpl(
            BundleContext context,
            @Reference ConfigurationAdmin admin,
            @Reference MetaTypeService metatypeService,
            @Reference SystemService system,
            @Reference CryptoService crypto,
            @Reference ServiceComponentRuntime components) {
        this.context = context;
        this.components = components;
        passwords = new Passwords(crypto);
        Path directory = Path.of(system.getKuraSnapshotsDirectory());
        snapshots = new Snapshots(directory, system.getKuraSnapshotsCount(), crypto, Clock.systemUTC());
        configurations = new Configurations(
                new ConfigAdminStore(admin), new Defaults(passwords), new SelfConfiguration(context));
        changes = new ConfigurationChanges(configurations, snapshots);
        metatypes = new MetatypeTracker(context, metatypeService, configurations);
    }

    /** Kura's order: the newest snapshot first, then the definitions; defaults that it lacks come with the latter. */
    @Activate
    void activate() throws KuraException {
        configurations.load(snapshots.newest());
        metatypes.open();
    }

    @Deactivate
    void deactivate() {
        metatypes.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addConfigurableComponent(ServiceReference<ConfigurableComponent> reference) {
        String servicePid = text(reference, Constants.SERVICE_PID);
        if (servicePid != null) {
            configurations.appeared(
                    text(reference, KURA_SERVICE_PID),
                    servicePid,
                    text(reference, ConfigurationAdmin.SERVICE_FACTORYPID));
        }
    }

    void removeConfigurableComponent(ServiceReference<ConfigurableComponent> reference) {
        disappeared(reference);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSelfConfiguringComponent(ServiceReference<SelfConfiguringComponent> reference) {
        String servicePid = text(reference, Constants.SERVICE_PID);
        if (servicePid != null) {
            configurations.appearedSelfConfiguring(text(reference, KURA_SERVICE_PID), servicePid);
        }
    }

    void removeSelfConfiguringComponent(ServiceReference<SelfConfiguringComponent> reference) {
        disappeared(reference);
    }

    private void disappeared(ServiceReference<?> reference) {
        if (text(reference, Constants.SERVICE_PID) != null) {
            configurations.disappeared(text(reference, KURA_SERVICE_PID));
        }
    }

    private static String text(ServiceReference<?> reference, String property) {
        Object value = reference.getProperty(property);
        return value == null ? null : value.toString();
    }

    @Override
    public Set<String> getFactoryComponentPids() {
        return configurations.factories();
    }

    @Override
    public void createFactoryConfiguration(
            String factoryPid, String pid, Map<String, Object> properties, boolean takeSnapshot) throws KuraException {
        changes.create(factoryPid, pid, properties, takeSnapshot);
    }

    @Override
    public void deleteFactoryConfiguration(String pid, boolean takeSnapshot) throws KuraException {
        changes.delete(pid, takeSnapshot);
    }

    @Override
    public Set<String> getConfigurableComponentPids() {
        return configurations.pids();
    }

    @Override
    public List<ComponentConfiguration> getComponentConfigurations() throws KuraException {
        return configurations.all();
    }

    @Override
    public List<ComponentConfiguration> getComponentConfigurations(Filter filter) throws KuraException {
        if (filter == null) {
            return configurations.all();
        }
        try {
            List<ComponentConfiguration> result = new ArrayList<>();
            ServiceReference<?>[] matching = context.getAllServiceReferences(null, filter.toString());
            for (ServiceReference<?> each : matching == null ? new ServiceReference<?>[0] : matching) {
                if (each.getProperty(KURA_SERVICE_PID) instanceof String pid) {
                    configurations.get(pid).ifPresent(result::add);
                }
            }
            return result;
        } catch (InvalidSyntaxException | IOException e) {
            throw new KuraException(KuraErrorCode.CONFIGURATION_ERROR, e);
        }
    }

    /** Null when there is no such component; passwords are plain. */
    @Override
    public ComponentConfiguration getComponentConfiguration(String pid) throws KuraException {
        try {
            return configurations.get(pid).map(this::plain).orElse(null);
        } catch (IOException e) {
            throw new KuraException(KuraErrorCode.CONFIGURATION_ERROR, e);
        }
    }

    @Override
    public ComponentConfiguration getDefaultComponentConfiguration(String pid) {
        return plain(configurations.defaults(pid));
    }

    @Override
    public void updateConfiguration(String pid, Map<String, Object> properties) throws KuraException {
        updateConfiguration(pid, properties, true);
    }

    @Override
    public void updateConfiguration(String pid, Map<String, Object> properties, boolean takeSnapshot)
            throws KuraException {
        updateConfigurations(List.of(StoredConfiguration.of(pid, null, properties)), takeSnapshot);
    }

    @Override
    public void updateConfigurations(List<ComponentConfiguration> updates, boolean takeSnapshot) throws KuraException {
        List<ComponentConfiguration> encrypted = new ArrayList<>();
        for (ComponentConfiguration each : updates) {
            Map<String, Object> properties = each.getConfigurationProperties();
            encrypted.add(StoredConfiguration.of(
                    each.getPid(), each.getDefinition(), properties == null ? null : passwords.encrypted(properties)));
        }
        changes.update(encrypted, takeSnapshot);
    }

    @Override
    public Set<Long> getSnapshots() throws KuraException {
        return snapshots.ids();
    }

    @Override
    public List<ComponentConfiguration> getSnapshot(long id) throws KuraException {
        return new ArrayList<>(snapshots.get(id).stream().map(this::plain).toList());
    }

    @Override
    public long snapshot() throws KuraException {
        return changes.snapshot();
    }

    @Override
    public List<ComponentConfiguration> getFactoryComponentOCDs() {
        List<ComponentConfiguration> result = new ArrayList<>();
        for (String each : configurations.factories()) {
            result.add(
                    StoredConfiguration.of(each, configurations.defaults(each).getDefinition(), new HashMap<>()));
        }
        return result;
    }

    /** Null when no bundle offers the factory. */
    @Override
    public ComponentConfiguration getFactoryComponentOCD(String factoryPid) {
        return configurations.factories().contains(factoryPid) ? configurations.defaults(factoryPid) : null;
    }

    @Override
    public List<ComponentConfiguration> getServiceProviderOCDs(String... classNames) {
        List<String> wanted = List.of(classNames);
        return components.getComponentDescriptionDTOs().stream()
                .filter(each -> Arrays.stream(each.serviceInterfaces).anyMatch(wanted::contains))
                .map(each -> configurations.defaults(each.name))
                .toList();
    }

    @Override
    public List<ComponentConfiguration> getServiceProviderOCDs(Class<?>... classes) {
        return getServiceProviderOCDs(Arrays.stream(classes).map(Class::getName).toArray(String[]::new));
    }

    private ComponentConfiguration plain(ComponentConfiguration configuration) {
        Map<String, Object> properties = configuration.getConfigurationProperties();
        return StoredConfiguration.of(
                configuration.getPid(),
                configuration.getDefinition(),
                properties == null ? null : passwords.decrypted(properties));
    }
}
