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

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.kura.testing.Fakes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.Password;
import org.eclipse.kura.configuration.SelfConfiguringComponent;
import org.eclipse.kura.system.SystemService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.ServiceReference;
import org.osgi.service.metatype.MetaTypeService;

class ConfigurationServiceImplTest {

    @TempDir
    Path directory;

    private ConfigurationServiceImpl service;

    /** With one component, of which Kura gets configuration and password from itself. */
    @BeforeEach
    @SuppressWarnings("unchecked")
    void start() {
        ServiceReference<SelfConfiguringComponent> reference =
                Fakes.of(ServiceReference.class, Map.of("getProperty", "self"));
        SelfConfiguringComponent component = Fakes.of(
                SelfConfiguringComponent.class,
                Map.of(
                        "getConfiguration",
                        StoredConfiguration.of("self", null, Map.of("key", new Password("secret:hush")))));
        BundleContext context = Fakes.of(
                BundleContext.class,
                Map.of(
                        "getServiceReferences",
                        List.of(reference),
                        "getAllServiceReferences",
                        new ServiceReference<?>[] {reference},
                        "getService",
                        component));
        service = new ConfigurationServiceImpl(
                context,
                new MemoryConfigAdmin(),
                Fakes.of(MetaTypeService.class, Map.of()),
                Fakes.of(
                        SystemService.class,
                        Map.of("getKuraSnapshotsDirectory", directory.toString(), "getKuraSnapshotsCount", 10)),
                new ReadableCrypto(),
                null);
        service.addSelfConfiguringComponent(reference);
    }

    private static Object key(ComponentConfiguration configuration) {
        return configuration.getConfigurationProperties().get("key");
    }

    @Test
    void whoAsksForOneComponentGetsItsPasswordsPlain() throws KuraException {
        assertThat(key(service.getComponentConfiguration("self"))).hasToString("hush");
    }

    @Test
    void whoAsksForAllGetsThemEncrypted() throws KuraException {
        assertThat(service.getComponentConfigurations()).singleElement().satisfies(each -> assertThat(key(each))
                .hasToString("secret:hush"));
    }

    @Test
    void noFilterMeansAllOfThem() throws KuraException {
        assertThat(service.getComponentConfigurations((Filter) null)).hasSize(1);
        assertThat(service.getComponentConfigurations(Fakes.of(Filter.class, Map.of("toString", "(a=b)"))))
                .singleElement()
                .satisfies(each -> assertThat(key(each)).hasToString("secret:hush"));
    }

    @Test
    void aComponentThatIsNotThereIsNull() throws KuraException {
        assertThat(service.getComponentConfiguration("nobody")).isNull();
    }
}
