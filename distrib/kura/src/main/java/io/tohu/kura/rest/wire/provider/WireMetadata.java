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
import io.tohu.kura.asset.provider.AssetForm;
import io.tohu.kura.rest.configuration.provider.ConfigurationJson;
import io.tohu.kura.rest.configuration.provider.FormJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.kura.asset.Asset;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.configuration.metatype.AD;
import org.eclipse.kura.configuration.metatype.OCDService;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireReceiver;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a graph can be made of: ports and forms of wire components, forms of drivers, fields of channels. */
final class WireMetadata {

    static final String WIRE_ASSET = "org.eclipse.kura.wire.WireAsset";

    private static final Logger LOG = LoggerFactory.getLogger(WireMetadata.class);

    private final BundleContext context;
    private final Supplier<Collection<ComponentDescriptionDTO>> components;
    private final OCDService forms;

    /** @param components every component of declarative services that there is */
    WireMetadata(BundleContext context, Supplier<Collection<ComponentDescriptionDTO>> components, OCDService forms) {
        this.context = context;
        this.components = components;
        this.forms = forms;
    }

    boolean isWire(String factoryPid) {
        return wireFactories().anyMatch(each -> each.name.equals(factoryPid));
    }

    boolean isDriverOrAsset(String factoryPid) {
        return factories(Driver.class, Asset.class).anyMatch(each -> each.name.equals(factoryPid));
    }

    private Stream<ComponentDescriptionDTO> wireFactories() {
        return factories(WireComponent.class, WireEmitter.class, WireReceiver.class);
    }

    private Stream<ComponentDescriptionDTO> factories(Class<?>... types) {
        List<String> names = Stream.of(types).map(Class::getName).toList();
        return components.get().stream()
                .filter(each -> Arrays.stream(each.serviceInterfaces).anyMatch(names::contains));
    }

    Collection<ServiceReference<Driver>> drivers() {
        try {
            return context.getServiceReferences(Driver.class, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty list is absent. */
    Map<String, Object> all() {
        JsonArray wires = new JsonArray();
        wireFactories().map(this::wireComponent).forEach(wires::add);
        List<ConfigurationJson> drivers = new ArrayList<>();
        for (ComponentConfiguration each : forms.getServiceProviderOCDs(Driver.class)) {
            drivers.add(ConfigurationJson.of(each, ConfigurationJson::hidden).withoutProperties());
        }
        JsonArray channels = new JsonArray();
        drivers().forEach(each -> channels.add(driverChannels(each)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("wireComponentDefinitions", wires.isEmpty() ? null : wires);
        json.put("driverOCDs", drivers.isEmpty() ? null : drivers);
        json.put("driverChannelDescriptors", channels.isEmpty() ? null : channels);
        json.put("assetChannelDescriptor", FormJson.fields(AssetForm.channelFields()));
        return json;
    }

    private JsonObject driverChannels(ServiceReference<Driver> reference) {
        String pid = String.valueOf(reference.getProperty(ConfigurationService.KURA_SERVICE_PID));
        JsonObject json = new JsonObject();
        json.addProperty("pid", pid);
        json.addProperty("factoryPid", String.valueOf(reference.getProperty("service.factoryPid")));
        Driver driver = context.getService(reference);
        try {
            if (driver != null && driver.getChannelDescriptor().getDescriptor() instanceof List<?> list) {
                List<AD> fields = new ArrayList<>();
                list.forEach(each -> fields.add((AD) each));
                json.add("channelDescriptor", FormJson.fields(fields));
            }
        } catch (RuntimeException e) {
            LOG.warn("Driver {} cannot describe its channels: {}", pid, e.toString());
        } finally {
            context.ungetService(reference);
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
        if (WIRE_ASSET.equals(factory.name)) {
            json.add("componentOCD", FormJson.fields(AssetForm.asset().getAD()));
            return json;
        }
        forms.getServiceProviderOCDs(factory.serviceInterfaces).stream()
                .filter(each -> factory.name.equals(each.getPid()) && each.getDefinition() != null)
                .findFirst()
                .ifPresent(each -> json.add(
                        "componentOCD", FormJson.fields(each.getDefinition().getAD())));
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
