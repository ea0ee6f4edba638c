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

import static io.tohu.kura.testing.Requests.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tohu.kura.testing.Fakes;
import java.util.Map;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.deploymentadmin.BundleInfo;
import org.osgi.service.deploymentadmin.DeploymentAdmin;
import org.osgi.service.deploymentadmin.DeploymentPackage;

class InventoryRequestsTest {

    private static final Version VERSION = new Version(1, 2, 0);

    private final InventoryRequests inventory = new InventoryRequests(
            Fakes.of(BundleContext.class, Map.of("getBundles", new Bundle[] {bundle(Bundle.INSTALLED)})),
            Fakes.of(
                    DeploymentAdmin.class,
                    Map.of("listDeploymentPackages", new DeploymentPackage[] {deploymentPackage("x", "gone")})));

    private static Bundle bundle(int state) {
        return Fakes.of(
                Bundle.class,
                Map.of(
                        "getSymbolicName",
                        "x",
                        "getVersion",
                        VERSION,
                        "getBundleId",
                        9L,
                        "getState",
                        state,
                        "getSignerCertificates",
                        Map.of()));
    }

    private static DeploymentPackage deploymentPackage(String... bundles) {
        BundleInfo[] infos = new BundleInfo[bundles.length];
        for (int i = 0; i < bundles.length; i++) {
            infos[i] = Fakes.of(BundleInfo.class, Map.of("getSymbolicName", bundles[i], "getVersion", VERSION));
        }
        return Fakes.of(
                DeploymentPackage.class, Map.of("getName", "p", "getVersion", VERSION, "getBundleInfos", infos));
    }

    @Test
    void aBundleThatDoesNotResolveIsSeenAsInstalled() throws Exception {
        assertThat(ask(inventory, "GET/bundles", null))
                .isEqualTo(
                        "200 {'bundles':[{'name':'x','version':'1.2.0','id':9,'state':'INSTALLED','signed':false}]}");
    }

    @Test
    void aPackageTellsItsBundlesAndThoseThatAreMissing() throws Exception {
        assertThat(ask(inventory, "GET/deploymentPackages", null))
                .isEqualTo("200 {'deploymentPackages':[{'name':'p','version':'1.2.0','bundles':["
                        + "{'name':'x','version':'1.2.0','id':9,'state':'INSTALLED','signed':false},"
                        + "{'name':'gone','version':'1.2.0','id':0,'state':null,'signed':false}],'signed':false}]}");
    }

    @Test
    void anythingElseIsNotFound() {
        assertRefused("GET/nothing", null, KuraErrorCode.NOT_FOUND);
    }

    private void assertRefused(String resource, String body, KuraErrorCode code) {
        assertThatExceptionOfType(KuraException.class)
                .isThrownBy(() -> ask(inventory, resource, body))
                .satisfies(thrown -> assertThat(thrown.getCode()).isEqualTo(code));
    }
}
