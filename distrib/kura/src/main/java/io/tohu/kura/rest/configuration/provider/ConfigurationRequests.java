/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.rest.configuration.provider;

import io.tohu.kura.core.cloud.RequestHandlers;
import io.tohu.kura.request.handler.jaxrs.JsonRequestHandler;
import io.tohu.kura.request.handler.jaxrs.RequestFailure;
import io.tohu.kura.request.handler.jaxrs.RequestFailure.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.request.RequestHandler;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.configuration.Password;
import org.eclipse.kura.configuration.metatype.OCDService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The application CONF-V2: components, factories, forms and snapshots over the cloud connection; without rollback. */
@Component(
        name = "org.eclipse.kura.internal.rest.configuration.ConfigurationRestService",
        immediate = true,
        service = RequestHandler.class,
        property = RequestHandlers.APP_ID + "=CONF-V2")
public final class ConfigurationRequests extends JsonRequestHandler<ConfigurationsBody> {

    private static final String COMPONENTS = "/configurableComponents";
    private static final String FACTORIES = "/factoryComponents";
    private static final String CONFIGURATIONS = COMPONENTS + "/configurations";

    private final ConfigurationService configurations;
    private final OCDService forms;

    /**
     * @param configurations owns the components
     * @param forms of the factories
     */
    @Activate
    public ConfigurationRequests(@Reference ConfigurationService configurations, @Reference OCDService forms) {
        super(ConfigurationsBody.class);
        this.configurations = configurations;
        this.forms = forms;
        on("GET" + FACTORIES, body -> Map.of("pids", configurations.getFactoryComponentPids()));
        on("POST" + FACTORIES, this::create);
        on("DEL" + FACTORIES + "/byPid", this::delete);
        on("GET" + FACTORIES + "/ocd", body -> asTheyAre(forms.getFactoryComponentOCDs()));
        on("POST" + FACTORIES + "/ocd/byFactoryPid", body -> asTheyAre(factoryForms(body.pids())));
        on("GET" + COMPONENTS, body -> Map.of("pids", configurations.getConfigurableComponentPids()));
        on("GET" + CONFIGURATIONS, body -> hidden(configurations.getComponentConfigurations()));
        on("POST" + CONFIGURATIONS + "/byPid", body -> hidden(get(body.pids())));
        on("PUT" + CONFIGURATIONS + "/_update", this::update);
        on("GET/snapshots", body -> Map.of("ids", new TreeSet<>(configurations.getSnapshots())));
        on("POST/snapshots/byId", body -> asTheyAre(configurations.getSnapshot(body.id())));
        on("EXEC/snapshots/_write", body -> Map.of("id", configurations.snapshot()));
    }

    private Object create(ConfigurationsBody body) throws RequestFailure {
        Parts parts = new Parts();
        for (ConfigurationJson each : body.configs()) {
            parts.run("create:" + each.pid(), () -> {
                String factoryPid = RequestFailure.required("factoryPid", each.factoryPid());
                configurations.createFactoryConfiguration(
                        factoryPid, each.pid(), each.read().getConfigurationProperties(), false);
            });
        }
        return finish(parts, body);
    }

    private Object delete(ConfigurationsBody body) throws RequestFailure {
        Parts parts = new Parts();
        for (String pid : body.pids()) {
            parts.run("delete:" + pid, () -> configurations.deleteFactoryConfiguration(pid, false));
        }
        return finish(parts, body);
    }

    /** All of them are looked at before any is changed. */
    private Object update(ConfigurationsBody body) throws RequestFailure {
        List<ComponentConfiguration> updates = new ArrayList<>();
        for (ConfigurationJson each : body.configs()) {
            RequestFailure.required("pid", each.pid());
            RequestFailure.required("properties", each.hasProperties() ? each : null);
            try {
                updates.add(each.read());
            } catch (IllegalArgumentException e) {
                throw RequestFailure.badRequest(e.getMessage());
            }
        }
        Parts parts = new Parts();
        for (ComponentConfiguration each : updates) {
            parts.run(
                    "update:" + each.getPid(),
                    () -> configurations.updateConfiguration(each.getPid(), each.getConfigurationProperties(), false));
        }
        return finish(parts, body);
    }

    private Object finish(Parts parts, ConfigurationsBody body) throws RequestFailure {
        if (body.takeSnapshot()) {
            parts.run("snapshot", configurations::snapshot);
        }
        parts.requireAll();
        return null;
    }

    private List<ComponentConfiguration> factoryForms(Set<String> pids) throws KuraException {
        return forms.getFactoryComponentOCDs().stream()
                .filter(each -> pids.contains(each.getPid()))
                .toList();
    }

    private List<ComponentConfiguration> get(Set<String> pids) throws KuraException {
        List<ComponentConfiguration> found = new ArrayList<>();
        for (String pid : pids) {
            ComponentConfiguration configuration = configurations.getComponentConfiguration(pid);
            if (configuration != null) {
                found.add(configuration);
            }
        }
        return found;
    }

    private static Object hidden(List<ComponentConfiguration> all) {
        return ConfigurationJson.list(all, ConfigurationJson::hidden);
    }

    private static Object asTheyAre(List<ComponentConfiguration> all) {
        return ConfigurationJson.list(all, Password::toString);
    }
}
