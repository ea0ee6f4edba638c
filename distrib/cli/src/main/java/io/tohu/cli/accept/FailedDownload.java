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
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** A download that cannot succeed is told as failed, and what runs goes on. */
final class FailedDownload implements Step {

    private static final String NAME = PumpLine.PREFIX + "nothing";
    private static final long MILLIS = 60_000;
    private static final int RESULTS = 6;

    @Override
    public String name() {
        return "a failed download is told";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Deployments.APP);
    }

    @Override
    public Set<Class<? extends Step>> after() {
        return Set.of(DataArrives.class);
    }

    @Override
    public Outcome run(Site site) throws IOException, InterruptedException {
        Map<String, String> before = site.deployments().packages();
        URI nowhere = site.uriOf(NAME + ".dp");
        String told;
        try {
            site.deployments().install(NAME, "1.0.0", nowhere);
            return Outcome.failed("a package that is not at " + nowhere + " was told as installed");
        } catch (IOException e) {
            told = e.getMessage();
        }
        Map<String, String> now = site.deployments().packages();
        if (!now.equals(before)) {
            return Outcome.failed("packages are " + now + " and were " + before);
        }
        return Outcome.of(
                site.results().await(System.currentTimeMillis(), RESULTS, DataArrives::scored, MILLIS),
                told + "; packages and data as before");
    }
}
