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

/**
 * A restart of the gateway that went well.
 *
 * @param begin when it was asked for, in ms since the epoch
 * @param birth when the gateway was back
 */
record Restarted(long begin, long birth) {

    private static final long BIRTH_MILLIS = 180_000;

    /**
     * Restarts the gateway and waits for its BIRTH.
     *
     * @throws IOException when it could not be restarted or did not come back
     */
    static Restarted of(Site site) throws IOException, InterruptedException {
        int births = site.cloud().count("/MQTT/BIRTH");
        long begin = System.currentTimeMillis();
        site.restart()
                .orElseThrow(() -> new IOException("nobody said how to restart this gateway"))
                .restart();
        if (!site.cloud().await(c -> c.count("/MQTT/BIRTH") > births, BIRTH_MILLIS)) {
            throw new IOException("no BIRTH within " + BIRTH_MILLIS / 1000 + " s after the restart");
        }
        return new Restarted(begin, System.currentTimeMillis());
    }

    double seconds() {
        return (birth - begin) / 1e3;
    }
}
