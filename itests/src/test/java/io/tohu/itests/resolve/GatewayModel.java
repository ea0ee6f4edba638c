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

import aQute.bnd.header.Attrs;
import aQute.bnd.osgi.resource.ResourceBuilder;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.resource.Capability;

/** What a gateway offers to the bundles that are installed on it. */
record GatewayModel(String name, List<Capability> capabilities) {

    /** Felix SCR 2.1.16 and Java 17: what Kura 5.6 has, and Kura 6 has no less. */
    private static final String EXTENDER_AND_JAVA =
            "osgi.extender;osgi.extender=\"osgi.component\";version:Version=\"1.4.0\","
                    + "osgi.ee;osgi.ee=\"JavaSE\";version:List<Version>=\"1.8,9,10,11,12,13,14,15,16,17\"";

    static GatewayModel of(KuraPackages packages, Processor processor) {
        ResourceBuilder builder = new ResourceBuilder();
        packages.versions().forEach((name, versions) -> versions.forEach(v -> export(builder, name, v)));
        jdkPackages().forEach(name -> export(builder, name, "0.0.0"));
        builder.addProvideCapabilities(EXTENDER_AND_JAVA + "," + processor.nativeCapability());
        return new GatewayModel(
                "Kura " + packages.kura() + " on " + processor.suffix(),
                builder.build().getCapabilities(null));
    }

    private static void export(ResourceBuilder builder, String name, String version) {
        builder.addExportPackage(name, Attrs.create("version", version));
    }

    /** Equinox exports every package that the JDK exports to all. */
    private static Set<String> jdkPackages() {
        return ModuleFinder.ofSystem().findAll().stream()
                .flatMap(module -> module.descriptor().exports().stream())
                .filter(exports -> !exports.isQualified())
                .map(Exports::source)
                .collect(Collectors.toSet());
    }

    /** The versions of a package here, as {@code [1.0, 1.1]}; empty where the gateway does not export it. */
    static List<Object> versionsOf(String packageName, List<? extends Capability> capabilities) {
        return capabilities.stream()
                .map(Capability::getAttributes)
                .filter(a -> packageName.equals(a.get("osgi.wiring.package")))
                .map((Map<String, Object> a) -> a.get("version"))
                .toList();
    }
}
