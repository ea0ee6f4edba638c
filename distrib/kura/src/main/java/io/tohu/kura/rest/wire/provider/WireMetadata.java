/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.rest.wire.provider;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.tohu.kura.core.configuration.StoredConfiguration;
import io.tohu.kura.rest.configuration.provider.ConfigurationJson;
import io.tohu.kura.rest.configuration.provider.FormJson;
import io.tohu.kura.wire.component.provider.WireAsset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.configuration.metatype.AD;
import org.eclipse.kura.configuration.metatype.OCD;
import org.eclipse.kura.configuration.metatype.OCDService;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireReceiver;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a graph can be made of: ports and forms of wire components, forms of drivers, fields of channels. */
final class WireMetadata {

    private static final Logger LOG = LoggerFactory.getLogger(WireMetadata.class);
    private static final String WIRE_ASSET = "org.eclipse.kura.wire.WireAsset";

    private final Components components;
    private final OCDService forms;

    WireMetadata(Components components, OCDService forms) {
        this.components = components;
        this.forms = forms;
    }

    List<String> wireFactories() {
        return components.factories(Components.WIRE).map(each -> each.name).toList();
    }

    List<String> driverFactories() {
        return driverForms().stream().map(ComponentConfiguration::getPid).toList();
    }

    JsonObject all() {
        JsonObject json = wireComponents(any -> true);
        for (JsonObject part : List.of(drivers(any -> true), driverChannels(any -> true), assetChannel())) {
            part.entrySet().forEach(each -> json.add(each.getKey(), each.getValue()));
        }
        return json;
    }

    JsonObject wireComponents(Predicate<String> factoryPid) {
        JsonArray json = new JsonArray();
        components
                .factories(Components.WIRE)
                .filter(each -> factoryPid.test(each.name))
                .map(this::wireComponent)
                .forEach(json::add);
        return unlessEmpty("wireComponentDefinitions", json);
    }

    JsonObject drivers(Predicate<String> factoryPid) {
        JsonArray json = new JsonArray();
        driverForms().stream()
                .filter(each -> factoryPid.test(each.getPid()))
                .map(each -> StoredConfiguration.of(each.getPid(), each.getDefinition(), null))
                .map(each -> ConfigurationJson.one(each, ConfigurationJson::hidden))
                .forEach(json::add);
        return unlessEmpty("driverOCDs", json);
    }

    private List<ComponentConfiguration> driverForms() {
        return forms.getServiceProviderOCDs(Driver.class);
    }

    JsonObject driverChannels(Predicate<String> pid) {
        JsonArray json = new JsonArray();
        for (ServiceReference<Driver> each : components.references(Driver.class)) {
            if (each.getProperty(ConfigurationService.KURA_SERVICE_PID) instanceof String name && pid.test(name)) {
                JsonObject driver = new JsonObject();
                driver.addProperty("pid", name);
                driver.addProperty("factoryPid", String.valueOf(each.getProperty("service.factoryPid")));
                JsonArray fields = channelFields(name, each);
                if (fields != null) {
                    driver.add("channelDescriptor", fields);
                }
                json.add(driver);
            }
        }
        return unlessEmpty("driverChannelDescriptors", json);
    }

    /** Null when the driver describes none. */
    private JsonArray channelFields(String pid, ServiceReference<Driver> reference) {
        Driver driver = components.context().getService(reference);
        try {
            if (driver != null && driver.getChannelDescriptor().getDescriptor() instanceof List<?> list) {
                List<AD> fields = new ArrayList<>();
                list.forEach(each -> fields.add((AD) each));
                return FormJson.fields(fields);
            }
        } catch (RuntimeException e) {
            LOG.warn("Driver {} cannot describe its channels: {}", pid, e.toString());
        } finally {
            components.context().ungetService(reference);
        }
        return null;
    }

    JsonObject assetChannel() {
        return unlessEmpty("assetChannelDescriptor", FormJson.fields(WireAsset.channelFields()));
    }

    private static JsonObject unlessEmpty(String name, JsonArray list) {
        JsonObject json = new JsonObject();
        if (!list.isEmpty()) {
            json.add(name, list);
        }
        return json;
    }

    private JsonObject wireComponent(ComponentDescriptionDTO factory) {
        JsonObject json = new JsonObject();
        json.addProperty("factoryPid", factory.name);
        boolean described = factory.properties.containsKey("input.cardinality.minimum");
        int inputs = addPorts(json, factory, described, "Input", WireReceiver.class);
        int outputs = addPorts(json, factory, described, "Output", WireEmitter.class);
        addNames(json, "inputPortNames", factory.properties.get("input.port.names"), inputs);
        addNames(json, "outputPortNames", factory.properties.get("output.port.names"), outputs);
        OCD form = WIRE_ASSET.equals(factory.name)
                ? WireAsset.form()
                : forms.getServiceProviderOCDs(factory.serviceInterfaces).stream()
                        .filter(each -> factory.name.equals(each.getPid()))
                        .map(ComponentConfiguration::getDefinition)
                        .filter(each -> each != null)
                        .findFirst()
                        .orElse(null);
        if (form != null) {
            json.add("componentOCD", FormJson.fields(form.getAD()));
        }
        return json;
    }

    /** The largest number of ports on that side. */
    private static int addPorts(
            JsonObject json, ComponentDescriptionDTO factory, boolean described, String side, Class<?> type) {
        int one = Arrays.asList(factory.serviceInterfaces).contains(type.getName()) ? 1 : 0;
        for (String bound : List.of("min", "max", "default")) {
            String property = side.toLowerCase(Locale.ROOT) + ".cardinality."
                    + Map.of("min", "minimum", "max", "maximum").getOrDefault(bound, bound);
            Object count = described ? factory.properties.get(property) : Integer.valueOf(one);
            json.addProperty(bound + side + "Ports", (Number) count);
        }
        return json.get("max" + side + "Ports").getAsInt();
    }

    /** Names by number, {@code 0=if}; a number that no port has is left out. */
    private static void addNames(JsonObject json, String member, Object encoded, int ports) {
        if (encoded == null || ports <= 0) {
            return;
        }
        Properties names = new Properties();
        for (String line :
                encoded instanceof String[] lines ? lines : encoded.toString().split("\n")) {
            String[] parts = line.split("=", 2);
            if (parts.length == 2) {
                names.setProperty(parts[0].trim(), parts[1].trim());
            }
        }
        JsonObject named = new JsonObject();
        for (int i = 0; i < ports; i++) {
            String name = names.getProperty(String.valueOf(i));
            if (name != null && !name.isEmpty() && !name.matches("(in|out)\\d+")) {
                named.addProperty(String.valueOf(i), name);
            }
        }
        json.add(member, named);
    }
}
