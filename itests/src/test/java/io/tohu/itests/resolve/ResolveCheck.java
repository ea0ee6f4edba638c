/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.resolve;

import aQute.bnd.osgi.resource.ResourceUtils;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;

/** Finds what would keep bundles from resolving on a gateway. */
final class ResolveCheck {

    private static final Pattern PACKAGE = Pattern.compile("osgi\\.wiring\\.package=([\\w.]+)\\)");

    private ResolveCheck() {}

    /** One line for every mandatory requirement that neither another of the bundles nor the gateway satisfies. */
    static List<String> unresolved(Collection<ShippedBundle> bundles, GatewayModel gateway) {
        List<Capability> offered = new ArrayList<>(gateway.capabilities());
        bundles.forEach(b -> offered.addAll(b.resource().getCapabilities(null)));
        return bundles.stream()
                .flatMap(bundle -> bundle.resource().getRequirements(null).stream()
                        .filter(ResolveCheck::isMandatory)
                        .filter(r -> ResourceUtils.findProviders(r, offered).isEmpty())
                        .map(r -> line(bundle, r, offered, gateway)))
                .toList();
    }

    private static boolean isMandatory(Requirement requirement) {
        String effective = requirement.getDirectives().get(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE);
        return !Namespace.RESOLUTION_OPTIONAL.equals(
                        requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE))
                && (effective == null || Namespace.EFFECTIVE_RESOLVE.equals(effective));
    }

    private static String line(
            ShippedBundle bundle, Requirement requirement, List<Capability> offered, GatewayModel gateway) {
        String filter = requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE);
        String there = requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)
                ? packagesThere(filter, offered)
                : capabilitiesThere(requirement.getNamespace(), offered);
        return bundle.name() + " needs " + requirement.getNamespace() + " " + filter + "; on " + gateway.name()
                + " there is " + there;
    }

    private static String packagesThere(String filter, List<Capability> offered) {
        Matcher name = PACKAGE.matcher(filter);
        List<Object> versions = name.find() ? GatewayModel.versionsOf(name.group(1), offered) : List.of();
        return versions.isEmpty()
                ? "no such package (if the gateway exports it, add it to kura-packages-*.properties)"
                : name.group(1) + " " + versions;
    }

    private static String capabilitiesThere(String namespace, List<Capability> offered) {
        List<String> there = offered.stream()
                .filter(c -> c.getNamespace().equals(namespace))
                .flatMap(c -> Stream.of(c.getAttributes().toString()))
                .toList();
        return there.isEmpty() ? "no " + namespace + " at all" : there.toString();
    }
}
