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

import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Every package is downloaded and installed on request, and is listed then. */
final class PackagesInstall implements Step {

    private final boolean preinstalled;

    /**
     * @param preinstalled whether the packages are there already
     */
    PackagesInstall(boolean preinstalled) {
        this.preinstalled = preinstalled;
    }

    @Override
    public String name() {
        return "packages installed by DEPLOY-V2";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Deployments.APP);
    }

    @Override
    public Set<Class<? extends Step>> after() {
        return Set.of(NothingBefore.class);
    }

    @Override
    public Outcome run(Site site) throws IOException, InterruptedException {
        if (preinstalled) {
            return Outcome.skipped("they are there already, as --preinstalled says");
        }
        StringBuilder told = new StringBuilder();
        for (Packages.Shipped dp : site.packages().shipped()) {
            long begin = System.nanoTime();
            site.install(dp);
            told.append(told.isEmpty() ? "" : ", ")
                    .append(dp.name())
                    .append(' ')
                    .append((System.nanoTime() - begin) / 1_000_000)
                    .append(" ms");
        }
        Map<String, String> listed = site.deployments().packages();
        for (Packages.Shipped dp : site.packages().shipped()) {
            if (!dp.version().equals(listed.get(dp.name()))) {
                return Outcome.failed(
                        dp.name() + " " + dp.version() + " was reported as installed, but the gateway lists " + listed);
            }
        }
        return Outcome.ok(told.toString());
    }
}
