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
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Values of both protocols and scores of the model reach the cloud. */
final class DataArrives implements Step {

    private static final long MILLIS = 60_000;
    private static final int SCORES = 10;

    @Override
    public String name() {
        return "data of both protocols, and scores";
    }

    @Override
    public Set<Class<? extends Step>> after() {
        return Set.of(GraphCreated.class);
    }

    @Override
    public Outcome run(Site site) throws IOException, InterruptedException {
        long begin = System.currentTimeMillis();
        boolean scores = site.results().await(begin, SCORES, DataArrives::scored, MILLIS);
        Optional<CloudMessage> opcUa = report(site, "report-opcua", "speed", begin + MILLIS);
        Optional<CloudMessage> modbus = report(site, "report-modbus", "flow", begin + MILLIS);
        if (opcUa.isEmpty() || modbus.isEmpty() || !scores) {
            return Outcome.failed("within " + MILLIS / 1000 + " s there came " + (opcUa.isEmpty() ? "no" : "a")
                    + " report over OPC UA, " + (modbus.isEmpty() ? "no" : "a") + " report over Modbus, "
                    + site.results().since(begin).size() + " results; the last one: "
                    + site.cloud().last(PumpLine.APPLICATION + "/results").map(CloudMessage::metrics));
        }
        return Outcome.ok(String.format(
                Locale.ROOT,
                "speed %.1f rpm, flow %.1f m3/h, score %.2f of %.2f",
                opcUa.get().number("speed"),
                modbus.get().number("flow"),
                site.results().since(begin).get(0).number("score"),
                site.results().since(begin).get(0).number("limit")));
    }

    /** Whether a result has a score, rather than an error. */
    static boolean scored(CloudMessage result) {
        return Double.isFinite(result.number("score")) && !result.metrics().containsKey("error");
    }

    private static Optional<CloudMessage> report(Site site, String asset, String channel, long until)
            throws InterruptedException {
        String topic = PumpLine.APPLICATION + "/report/" + PumpLine.PREFIX + asset;
        site.cloud()
                .await(
                        c -> c.last(topic)
                                .filter(m -> Double.isFinite(m.number(channel)))
                                .isPresent(),
                        Math.max(1, until - System.currentTimeMillis()));
        return site.cloud().last(topic).filter(m -> Double.isFinite(m.number(channel)));
    }
}
