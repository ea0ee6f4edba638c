/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.inventory;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.deploymentadmin.BundleInfo;
import org.osgi.service.deploymentadmin.DeploymentAdmin;
import org.osgi.service.deploymentadmin.DeploymentPackage;

/** Bundles and packages as JSON, each with its state. */
final class BundlesJson {

    private final BundleContext context;
    private final DeploymentAdmin admin;

    BundlesJson(BundleContext context, DeploymentAdmin admin) {
        this.context = context;
        this.admin = admin;
    }

    JsonArray bundles() {
        JsonArray all = new JsonArray();
        Arrays.stream(context.getBundles())
                .map(each -> bundle(each.getSymbolicName(), each.getVersion(), each))
                .forEach(all::add);
        return all;
    }

    JsonArray packages() {
        JsonArray all = new JsonArray();
        for (DeploymentPackage each : admin.listDeploymentPackages()) {
            JsonArray bundles = new JsonArray();
            boolean signed = true;
            for (BundleInfo info : each.getBundleInfos()) {
                Bundle bundle = Arrays.stream(context.getBundles())
                        .filter(candidate -> info.getSymbolicName().equals(candidate.getSymbolicName()))
                        .findFirst()
                        .orElse(null);
                JsonObject json = bundle(info.getSymbolicName(), info.getVersion(), bundle);
                signed &= bundle == null || json.get("signed").getAsBoolean();
                bundles.add(json);
            }
            JsonObject json = new JsonObject();
            json.addProperty("name", each.getName());
            json.addProperty("version", each.getVersion().toString());
            json.add("bundles", bundles);
            json.addProperty("signed", signed);
            all.add(json);
        }
        return all;
    }

    private static JsonObject bundle(String name, Object version, Bundle bundle) {
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        json.addProperty("version", version.toString());
        json.addProperty("id", bundle == null ? 0 : bundle.getBundleId());
        json.addProperty("state", bundle == null ? null : state(bundle));
        json.addProperty(
                "signed",
                bundle != null
                        && !bundle.getSignerCertificates(Bundle.SIGNERS_ALL).isEmpty());
        return json;
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.UNINSTALLED -> "UNINSTALLED";
            case Bundle.INSTALLED -> "INSTALLED";
            case Bundle.RESOLVED -> "RESOLVED";
            case Bundle.STARTING -> "STARTING";
            case Bundle.STOPPING -> "STOPPING";
            case Bundle.ACTIVE -> "ACTIVE";
            default -> String.valueOf(bundle.getState());
        };
    }
}
