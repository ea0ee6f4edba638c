/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.accept;

import io.tohu.packaging.DeploymentPackageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Half of a package, as a broken transfer leaves it, is not installed; what runs goes on, and the whole one works after. */
final class TornPackage implements Step {

    private static final long MILLIS = 60_000;
    private static final int RESULTS = 6;

    @Override
    public String name() {
        return "a torn package changes nothing";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Deployments.APP, Inventory.APP);
    }

    @Override
    public Set<Class<? extends Step>> after() {
        return Set.of(DataArrives.class, PackagesInstall.class);
    }

    @Override
    public Outcome run(Site site) throws IOException, InterruptedException {
        Map<String, String> before = site.deployments().packages();
        String told;
        try {
            site.install(torn(site.packages().next(Packages.AI)));
            told = "was told COMPLETED";
        } catch (IOException e) {
            told = e.getMessage();
        }
        Map<String, String> now = site.deployments().packages();
        if (!now.equals(before)) {
            return Outcome.failed("packages are " + now + " and were " + before + "; " + told);
        }
        String missing = BundlesActive.notActive(site, site.packages().bundles());
        if (!missing.isEmpty()) {
            return Outcome.failed(missing + "; " + told);
        }
        return Outcome.of(
                site.results().await(System.currentTimeMillis(), RESULTS, DataArrives::scored, MILLIS),
                told + "; packages, bundles and data as before");
    }

    private static Packages.Shipped torn(Packages.Shipped whole) throws IOException {
        byte[] bytes = Files.readAllBytes(whole.file());
        Path file = whole.file().resolveSibling("torn.dp");
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        DeploymentPackageFile content = whole.content();
        return new Packages.Shipped(file, new DeploymentPackageFile(content.name(), "9.0.1", content.bundles()));
    }
}
