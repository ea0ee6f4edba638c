/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.configuration.metatype.AD;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.util.tracker.ServiceTracker;

@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ComponentsActivateIT {

    private static final long DEADLINE_MILLIS = 10_000;

    @Inject
    private BundleContext context;

    @Inject
    private ServiceComponentRuntime runtime;

    @Inject
    private ConfigurationService configurations;

    private ShippedComponents components;

    @Configuration
    public Option[] gateway() throws IOException {
        return new TestGateway()
                .withAllPackages()
                .withPackage("trust")
                .withPackage("updates")
                .options();
    }

    @Before
    public void findComponents() {
        components = new ShippedComponents(context, runtime);
    }

    @Test
    public void aComponentOfWhichThereIsOneRunsAsSoonAsItsPackageIsThere() {
        List<String> notRunning = components.all().stream()
                .filter(c -> !isFactory(c))
                .filter(c -> runtime.getComponentConfigurationDTOs(c).stream()
                        .noneMatch(i ->
                                (i.state & (ComponentConfigurationDTO.ACTIVE | ComponentConfigurationDTO.SATISFIED))
                                        != 0))
                .map(components::state)
                .toList();

        assertThat(notRunning).isEmpty();
    }

    @Test
    public void everyInstanceMadeWithTheFormsDefaultsStartsAndEndsWithItsConfiguration() throws Exception {
        List<String> wrong = new ArrayList<>();
        List<ComponentDescriptionDTO> factories =
                components.all().stream().filter(this::isFactory).toList();
        for (ComponentDescriptionDTO component : factories) {
            String pid = "test." + component.name;
            configurations.createFactoryConfiguration(component.name, pid, Map.of(), false);
            if (!starts(pid)) {
                wrong.add("did not start: " + components.state(component));
            }
            configurations.deleteFactoryConfiguration(pid, false);
            if (!ends(component)) {
                wrong.add("did not end: " + components.state(component));
            }
        }

        assertThat(factories).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    /** Kura merges the defaults into each instance that appears: one that it must replace is replaced for ever. */
    @Test
    public void everyConfigurableComponentTakesAChangedFormInPlace() {
        List<String> replaced = components.all().stream()
                .filter(c -> Arrays.asList(c.serviceInterfaces).contains(ConfigurableComponent.class.getName()))
                .filter(c -> c.modified == null)
                .map(c -> c.name)
                .toList();

        assertThat(replaced).isEmpty();
    }

    @Test
    public void everyFormIsFoundUnderItsComponentAndHasADefaultForEachRequiredField() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (ComponentDescriptionDTO component : components.all()) {
            if (!component.configurationPolicy.equals("require")) {
                continue;
            }
            ComponentConfiguration form = configurations.getDefaultComponentConfiguration(component.name);
            if (form == null || form.getDefinition() == null) {
                wrong.add(component.name + " has no form");
                continue;
            }
            for (AD field : form.getDefinition().getAD()) {
                if (field.isRequired() && field.getDefault() == null) {
                    wrong.add(component.name + " requires " + field.getId() + ", which has no default");
                }
                if (field.getDescription() == null || field.getDescription().isBlank()) {
                    wrong.add(component.name + " says nothing about " + field.getId());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** Whether users make instances of it; what is no factory and needs a configuration gets its defaults from Kura. */
    private boolean isFactory(ComponentDescriptionDTO component) {
        return configurations.getFactoryComponentPids().contains(component.name);
    }

    /** A service that can be had is an instance that was activated. */
    private boolean starts(String pid) throws InvalidSyntaxException, InterruptedException {
        ServiceTracker<Object, Object> tracker =
                new ServiceTracker<>(context, context.createFilter("(kura.service.pid=" + pid + ")"), null);
        tracker.open();
        try {
            return tracker.waitForService(DEADLINE_MILLIS) != null;
        } finally {
            tracker.close();
        }
    }

    private boolean ends(ComponentDescriptionDTO component) {
        return Await.until(DEADLINE_MILLIS, () -> runtime.getComponentConfigurationDTOs(component)
                .isEmpty());
    }
}
