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

import io.tohu.cli.cloud.CloudMessage;
import io.tohu.cli.cloud.Components;
import io.tohu.cli.cloud.NoReplyException;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The gateway is there: its BIRTH is seen, or it was up before and answers. Finds out what it answers to. */
final class GatewayAnswers implements Step {

    private static final Duration REPLY = Duration.ofSeconds(10);

    /** A gateway that is starting hears nothing at first, so it is asked often. */
    private static final Duration EARLY_REPLY = Duration.ofSeconds(2);

    private static final Duration FIRST_REPLY = Duration.ofSeconds(60);

    /** Applications with a request that changes nothing. */
    private static final Map<String, String> HARMLESS = new LinkedHashMap<>();

    static {
        HARMLESS.put(Inventory.APP, "GET/bundles");
        HARMLESS.put(Components.APP, "GET/snapshots");
        HARMLESS.put(Wires.APP, "GET/graph/snapshot");
        HARMLESS.put(Deployments.APP, "GET/packages");
    }

    @Override
    public String name() {
        return "gateway answers";
    }

    @Override
    public Outcome run(Site site) throws IOException, InterruptedException {
        Set<String> silent = new TreeSet<>();
        long begin = System.nanoTime();
        for (Map.Entry<String, String> ask : HARMLESS.entrySet()) {
            boolean answered;
            do {
                answered = answers(site, ask.getKey(), ask.getValue());
            } while (!answered && site.applications().isEmpty() && System.nanoTime() - begin < FIRST_REPLY.toNanos());
            (answered ? site.applications() : silent).add(ask.getKey());
        }
        Optional<CloudMessage> birth = site.cloud().last("/MQTT/BIRTH");
        String seen = birth.map(b -> "BIRTH seen: Kura " + b.text("kura_version") + " on " + b.text("os_arch"))
                .orElse("was up before");
        if (site.applications().isEmpty()) {
            return Outcome.failed((birth.isPresent() ? seen : "no BIRTH") + "; no reply to any of "
                    + String.join(", ", HARMLESS.keySet()) + " from "
                    + site.remote().address().client() + " of account "
                    + site.remote().address().account()
                    + ": is it connected to this broker under these names?");
        }
        return Outcome.ok(seen + "; answers " + String.join(", ", site.applications())
                + (silent.isEmpty() ? "" : "; silent: " + String.join(", ", silent)));
    }

    private static boolean answers(Site site, String app, String resource) throws IOException, InterruptedException {
        try {
            site.remote()
                    .request(app, resource, Map.of(), "", site.applications().isEmpty() ? EARLY_REPLY : REPLY);
            return true;
        } catch (NoReplyException e) {
            return false;
        }
    }
}
