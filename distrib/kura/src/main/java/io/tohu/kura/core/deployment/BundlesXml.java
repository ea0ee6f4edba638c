/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.deployment;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.deploymentadmin.BundleInfo;
import org.osgi.service.deploymentadmin.DeploymentPackage;

/** Packages as the XML of DEPLOY-V2, four blanks a level. */
final class BundlesXml {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private BundlesXml() {}

    static String packages(DeploymentPackage... packages) {
        List<String> all = new ArrayList<>();
        for (DeploymentPackage each : packages) {
            List<String> bundles = new ArrayList<>();
            for (BundleInfo bundle : each.getBundleInfos()) {
                bundles.add(element(
                        "bundle",
                        List.of(
                                text("name", bundle.getSymbolicName()),
                                text("version", bundle.getVersion().toString()))));
            }
            all.add(element(
                    "package",
                    List.of(
                            text("name", each.getName()),
                            text("version", each.getVersion().toString()),
                            element("bundles", bundles))));
        }
        return HEAD + element("packages", all);
    }

    /** Names and versions have no character that XML escapes. */
    private static String text(String name, String value) {
        return "<" + name + ">" + value + "</" + name + ">\n";
    }

    private static String element(String name, List<String> children) {
        return children.isEmpty()
                ? "<" + name + "/>\n"
                : "<" + name + ">\n" + String.join("", children).indent(4) + "</" + name + ">\n";
    }
}
