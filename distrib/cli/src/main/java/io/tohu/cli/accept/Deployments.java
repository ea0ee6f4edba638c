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
import io.tohu.cli.cloud.KuraRemote;
import io.tohu.cli.cloud.KuraReply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A gateway's packages, over DEPLOY-V2. */
final class Deployments {

    static final String APP = "DEPLOY-V2";

    private static final Duration REPLY = Duration.ofSeconds(30);
    private static final Duration JOB = Duration.ofMinutes(5);
    private static final int TRIES = 10;
    private static final long BETWEEN_TRIES_MILLIS = 500;
    private static final Pattern PACKAGE =
            Pattern.compile("<package>\\s*<name>([^<]*)</name>\\s*<version>([^<]*)</version>");

    private final KuraRemote remote;
    private final AtomicLong job = new AtomicLong(System.currentTimeMillis());

    Deployments(KuraRemote remote) {
        this.remote = remote;
    }

    /** The versions of the packages that the gateway has, by name. */
    Map<String, String> packages() throws IOException, InterruptedException {
        String xml = remote.request(APP, "GET/packages", Map.of(), "", REPLY)
                .orRefusal()
                .text();
        Map<String, String> versions = new TreeMap<>();
        for (Matcher found = PACKAGE.matcher(xml); found.find(); ) {
            versions.put(found.group(1), found.group(2));
        }
        return versions;
    }

    /**
     * Has a package downloaded and installed, and waits for the gateway's word that it is. What that is worth is told
     * by {@link Inventory} only.
     *
     * @throws IOException when the gateway refused or failed; the message has its reason
     */
    void install(String name, String version, URI from) throws IOException, InterruptedException {
        long id = job.incrementAndGet();
        start(
                "EXEC/download",
                id,
                Map.of(
                        "dp.uri",
                        from.toString(),
                        "dp.name",
                        name,
                        "dp.version",
                        version,
                        "dp.download.protocol",
                        "HTTP",
                        "dp.install",
                        true,
                        "dp.install.system.update",
                        false));
        ended(id, "download", name);
        ended(id, "install", name);
    }

    /** Has a package removed, and waits for the gateway's word that it is. */
    void uninstall(String name, String version) throws IOException, InterruptedException {
        long id = job.incrementAndGet();
        start("EXEC/uninstall", id, Map.of("dp.name", name, "dp.version", version));
        ended(id, "uninstall", name);
    }

    /** A gateway reports the end of a job before it is ready for the next one, so a refusal is asked again. */
    private void start(String resource, long id, Map<String, Object> metrics) throws IOException, InterruptedException {
        Map<String, Object> all = new TreeMap<>(metrics);
        all.put("job.id", id);
        KuraReply reply = remote.request(APP, resource, all, "", REPLY);
        for (int i = 1; i < TRIES && !reply.done(); i++) {
            Thread.sleep(BETWEEN_TRIES_MILLIS);
            reply = remote.request(APP, resource, all, "", REPLY);
        }
        reply.orRefusal();
    }

    private void ended(long id, String phase, String name) throws IOException, InterruptedException {
        String status = "dp." + phase + ".status";
        Optional<CloudMessage> last = remote.notifications()
                .await(
                        m -> m.topic().endsWith("/" + phase)
                                && m.number("job.id") == id
                                && m.text(status).matches("COMPLETED|FAILED|CANCELLED"),
                        JOB);
        if (last.isEmpty()) {
            throw new IOException(
                    "no notification of the end of the " + phase + " of " + name + " within " + JOB.toSeconds() + " s");
        }
        if (!last.get().text(status).equals("COMPLETED")) {
            throw new IOException("the " + phase + " of " + name + " ended as "
                    + last.get().text(status) + " " + last.get().text("dp." + phase + ".error.message"));
        }
    }
}
