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

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.kura.asset.Asset;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireReceiver;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Drivers, assets and wire components: those that are there, and the factories that make them. */
final class Components {

    static final List<Class<?>> WIRE = List.of(WireComponent.class, WireEmitter.class, WireReceiver.class);
    static final List<Class<?>> DRIVER_OR_ASSET = List.of(Driver.class, Asset.class);

    private final BundleContext context;
    private final Supplier<Collection<ComponentDescriptionDTO>> factories;

    /** @param factories every component of declarative services that there is */
    Components(BundleContext context, Supplier<Collection<ComponentDescriptionDTO>> factories) {
        this.context = context;
        this.factories = factories;
    }

    /** The factories of a service that is one of the types. */
    Stream<ComponentDescriptionDTO> factories(Collection<Class<?>> types) {
        List<String> names = types.stream().map(Class::getName).toList();
        return this.factories.get().stream()
                .filter(each -> Arrays.stream(each.serviceInterfaces).anyMatch(names::contains));
    }

    boolean isFactory(String factoryPid, Collection<Class<?>> types) {
        return factories(types).anyMatch(each -> each.name.equals(factoryPid));
    }

    boolean isInstance(String pid) {
        return Stream.concat(WIRE.stream(), DRIVER_OR_ASSET.stream())
                .flatMap(type -> references(type).stream())
                .anyMatch(each -> pid.equals(each.getProperty(ConfigurationService.KURA_SERVICE_PID)));
    }

    <T> Collection<ServiceReference<T>> references(Class<T> type) {
        try {
            return context.getServiceReferences(type, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    BundleContext context() {
        return context;
    }
}
