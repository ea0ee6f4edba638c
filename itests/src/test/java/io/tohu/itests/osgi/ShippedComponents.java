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

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** The components of the bundles that ship, as the component runtime sees them. */
record ShippedComponents(BundleContext context, ServiceComponentRuntime runtime) {

    /** The platform's own: they are never shipped. */
    private static final List<String> STAND_INS = List.of("io.tohu.kura", "io.tohu.kura.api");

    /** Every component of a bundle that ships, in order of names. */
    List<ComponentDescriptionDTO> all() {
        Bundle[] bundles = Arrays.stream(context.getBundles())
                .filter(b -> b.getSymbolicName().startsWith("io.tohu."))
                .filter(b -> !STAND_INS.contains(b.getSymbolicName()))
                .toArray(Bundle[]::new);
        return runtime.getComponentDescriptionDTOs(bundles).stream()
                .sorted(Comparator.comparing((ComponentDescriptionDTO c) -> c.name))
                .toList();
    }

    /** Why a component does not run, for the one who reads a failure. */
    String state(ComponentDescriptionDTO component) {
        return component.name + ": "
                + runtime.getComponentConfigurationDTOs(component).stream()
                        .map(ShippedComponents::state)
                        .collect(Collectors.joining("; ", "[", "]"));
    }

    private static String state(ComponentConfigurationDTO instance) {
        String missing = Arrays.stream(instance.unsatisfiedReferences)
                .map(r -> " lacks " + r.name + " " + r.target)
                .collect(Collectors.joining());
        return "state " + instance.state + missing + (instance.failure == null ? "" : " failed: " + instance.failure);
    }
}
