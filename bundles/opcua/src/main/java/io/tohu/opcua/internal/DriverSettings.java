/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal;

import io.tohu.opcua.internal.channel.Tuning;
import io.tohu.opcua.internal.link.Backoff;
import io.tohu.opcua.internal.link.LinkSettings;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One configuration of a driver instance.
 *
 * @param link what needs a new connection when it changes
 * @param trusted fingerprints of server certificates to trust; a change needs a new connection only if the server's is
 *     not among them any more
 * @param tuning what acts at once
 * @param backoffMin first pause between two tries to connect
 * @param backoffMax longest pause between two tries to connect
 */
record DriverSettings(LinkSettings link, Set<String> trusted, Tuning tuning, Duration backoffMin, Duration backoffMax) {

    Backoff backoff() {
        return new Backoff(
                backoffMin, backoffMax, () -> ThreadLocalRandom.current().nextLong());
    }
}
