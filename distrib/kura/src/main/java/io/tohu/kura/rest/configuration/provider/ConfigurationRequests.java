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

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tohu.kura.core.cloud.RequestHandlers;
import io.tohu.kura.request.handler.jaxrs.JsonBody;
import io.tohu.kura.request.handler.jaxrs.JsonRequestHandler;
import io.tohu.kura.request.handler.jaxrs.Parts;
import io.tohu.kura.request.handler.jaxrs.RequestFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.request.RequestHandler;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.configuration.metatype.OCDService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The application CONF-V2: components, factories, forms and snapshots over the cloud connection. */
@Component(
        name = "org.eclipse.kura.internal.rest.configuration.ConfigurationRestService",
        immediate = true,
        service = RequestHandler.class,
        property = RequestHandlers.APP_ID + "=CONF-V2")
public final class ConfigurationRequests extends JsonRequestHandler {

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
        this.configurations = configurations;
        this.forms = forms;
        on("GET" + FACTORIES, body -> texts("pids", configurations.getFactoryComponentPids()));
        on("POST" + FACTORIES, this::create);
        on("DEL" + FACTORIES + "/byPid", this::delete);
        on("GET" + FACTORIES + "/ocd", body -> asTheyAre(forms.getFactoryComponentOCDs()));
        on("POST" + FACTORIES + "/ocd/byFactoryPid", body -> asTheyAre(factoryForms(body.texts("pids"))));
        on("GET" + COMPONENTS, body -> texts("pids", configurations.getConfigurableComponentPids()));
        on("GET" + COMPONENTS + "/pidsWithFactory", body -> pidsWithFactory());
        on("GET" + CONFIGURATIONS, body -> hidden(configurations.getComponentConfigurations()));
        on("POST" + CONFIGURATIONS + "/byPid", body -> hidden(get(body.texts("pids"))));
        on("POST" + CONFIGURATIONS + "/byPid/_default", body -> asTheyAre(defaults(body.texts("pids"))));
        on("PUT" + CONFIGURATIONS + "/_update", this::update);
        on("GET/snapshots", body -> snapshots());
        on("POST/snapshots/byId", body -> asTheyAre(configurations.getSnapshot(body.number("id"))));
        on("EXEC/snapshots/_write", body -> id(configurations.snapshot()));
        on("EXEC/snapshots/_rollback", body -> id(configurations.rollback()));
        on("EXEC/snapshots/byId/_rollback", this::rollback);
    }

    private JsonElement create(JsonBody body) throws RequestFailure {
        Parts parts = new Parts();
        for (JsonBody each : body.objects("configs")) {
            String pid = each.text("pid");
            parts.run("create:" + pid, () -> {
                String factoryPid = each.text("factoryPid");
                if (factoryPid == null) {
                    throw new IllegalArgumentException("PID cannot be null");
                }
                configurations.createFactoryConfiguration(factoryPid, pid, ConfigurationJson.properties(each), false);
            });
        }
        return finish(parts, body);
    }

    private JsonElement delete(JsonBody body) throws RequestFailure {
        Parts parts = new Parts();
        for (String pid : body.texts("pids")) {
            parts.run("delete:" + pid, () -> configurations.deleteFactoryConfiguration(pid, false));
        }
        return finish(parts, body);
    }

    private JsonElement update(JsonBody body) throws RequestFailure {
        List<JsonBody> updates = body.objects("configs");
        for (JsonBody each : updates) {
            ConfigurationJson.validate(each);
        }
        Parts parts = new Parts();
        for (JsonBody each : updates) {
            String pid = each.text("pid");
            parts.run(
                    "update:" + pid,
                    () -> configurations.updateConfiguration(pid, ConfigurationJson.properties(each), false));
        }
        return finish(parts, body);
    }

    private JsonElement finish(Parts parts, JsonBody body) throws RequestFailure {
        if (body.flag("takeSnapshot")) {
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

    private List<ComponentConfiguration> defaults(Set<String> pids) throws KuraException {
        List<ComponentConfiguration> found = new ArrayList<>();
        for (String pid : pids) {
            ComponentConfiguration byDefault = configurations.getDefaultComponentConfiguration(pid);
            if (byDefault != null && byDefault.getDefinition() != null) {
                found.add(byDefault);
            }
        }
        return found;
    }

    private JsonElement pidsWithFactory() throws KuraException {
        JsonArray components = new JsonArray();
        for (ComponentConfiguration each : configurations.getComponentConfigurations()) {
            JsonObject component = new JsonObject();
            component.addProperty("pid", each.getPid());
            if (each.getConfigurationProperties() != null
                    && each.getConfigurationProperties().get("service.factoryPid") instanceof String factoryPid) {
                component.addProperty("factoryPid", factoryPid);
            }
            components.add(component);
        }
        JsonObject json = new JsonObject();
        json.add("components", components);
        return json;
    }

    private JsonElement snapshots() throws KuraException {
        JsonArray ids = new JsonArray();
        new TreeSet<>(configurations.getSnapshots()).forEach(ids::add);
        JsonObject json = new JsonObject();
        json.add("ids", ids);
        return json;
    }

    private JsonElement rollback(JsonBody body) throws RequestFailure, KuraException {
        configurations.rollback(body.number("id"));
        return null;
    }

    private static JsonElement hidden(List<ComponentConfiguration> all) {
        return ConfigurationJson.list(all, ConfigurationJson::hidden);
    }

    private static JsonElement asTheyAre(List<ComponentConfiguration> all) {
        return ConfigurationJson.list(all, ConfigurationJson::asItIs);
    }

    private static JsonElement id(long id) {
        JsonObject json = new JsonObject();
        json.addProperty("id", id);
        return json;
    }

    /** Texts in an object of that one member. */
    public static JsonObject texts(String name, Collection<String> texts) {
        JsonArray list = new JsonArray();
        texts.forEach(list::add);
        JsonObject json = new JsonObject();
        json.add(name, list);
        return json;
    }
}
