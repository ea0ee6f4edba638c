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

import io.tohu.packaging.DeploymentPackageWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A package whose bundle needs what nobody has starts nothing, disturbs nothing and can be taken away again. */
final class UnresolvablePackage implements Step {

    private static final String NAME = PumpLine.PREFIX + "unresolvable";
    private static final String VERSION = "1.0.0";
    private static final long MILLIS = 60_000;
    private static final int RESULTS = 6;

    @Override
    public String name() {
        return "a package that cannot resolve disturbs nothing";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Deployments.APP, Inventory.APP);
    }

    @Override
    public Set<Class<? extends Step>> after() {
        return Set.of(DataArrives.class);
    }

    @Override
    public Outcome run(Site site) throws IOException, InterruptedException {
        String told;
        try {
            site.install(Packages.Shipped.of(write(site.folder())));
            told = "told COMPLETED";
        } catch (IOException e) {
            told = "told: " + e.getMessage();
        }
        Inventory.BundleState state = site.inventory().bundles().get(NAME);
        if (state != null && state.state().equals("ACTIVE")) {
            return Outcome.failed("the bundle is ACTIVE without the package that it imports");
        }
        String missing = BundlesActive.notActive(site, site.packages().bundles());
        if (!missing.isEmpty()) {
            return Outcome.failed(missing);
        }
        if (!site.results().await(System.currentTimeMillis(), RESULTS, DataArrives::scored, MILLIS)) {
            return Outcome.failed("results ceased after it was installed");
        }
        Map<String, String> there = site.deployments().packages();
        if (there.containsKey(NAME)) {
            site.deployments().uninstall(NAME, VERSION);
        }
        boolean gone = !site.inventory().bundles().containsKey(NAME);
        return Outcome.of(
                gone,
                told + ", the bundle was " + (state == null ? "not there" : state.state())
                        + (gone ? "; gone again" : "; but it cannot be removed"));
    }

    private static Path write(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", NAME);
        headers.putValue("Bundle-Version", VERSION);
        headers.putValue("Import-Package", "io.tohu.nowhere");
        Path jar = folder.resolve(NAME + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream bundle = new JarOutputStream(out, manifest)) {
            bundle.finish();
        }
        return DeploymentPackageWriter.write(folder, NAME, VERSION, List.of(jar));
    }
}
