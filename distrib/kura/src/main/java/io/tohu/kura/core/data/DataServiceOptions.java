/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.data;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the queue does, in the units it works with.
 *
 * @param autoConnect connect at start and after each loss
 * @param retrySeconds time between two attempts
 * @param quiesceMillis time that a disconnect gives messages being sent
 * @param storePid name of the message store
 * @param housekeeperSeconds time between two clean-ups
 * @param purgeAgeSeconds age of a confirmed message to be removed
 * @param capacity number of messages from which on priorities 2 and above are refused
 * @param republish whether a new session sends unconfirmed messages again
 * @param maxInFlight number of unconfirmed messages
 * @param congestionSeconds time at the maximum after which to reconnect, 0 for never
 * @param rate limit for priorities 5 and above, empty for none
 * @param maxPayload largest payload in bytes
 */
record DataServiceOptions(
        boolean autoConnect,
        int retrySeconds,
        long quiesceMillis,
        String storePid,
        int housekeeperSeconds,
        int purgeAgeSeconds,
        int capacity,
        boolean republish,
        int maxInFlight,
        int congestionSeconds,
        Optional<Rate> rate,
        long maxPayload) {

    /**
     * @param burst messages that may go at once
     * @param periodNanos time for one more
     */
    record Rate(int burst, long periodNanos) {}

    static DataServiceOptions of(DataServiceConfig config) {
        return new DataServiceOptions(
                config.connect_auto$_$on$_$startup(),
                config.connect_retry$_$interval(),
                TimeUnit.SECONDS.toMillis(config.disconnect_quiesce$_$timeout()),
                config.store_db_service_pid(),
                config.store_housekeeper$_$interval(),
                config.store_purge$_$age(),
                config.store_capacity(),
                config.in$_$flight$_$messages_republish$_$on$_$new$_$session(),
                config.in$_$flight$_$messages_max$_$number(),
                config.in$_$flight$_$messages_congestion$_$timeout(),
                config.enable_rate_limit()
                        ? Optional.of(new Rate(
                                config.rate_limit_burst_size(),
                                TimeUnit.valueOf(config.rate_limit_time_unit()).toNanos(1)
                                        / config.rate_limit_average()))
                        : Optional.empty(),
                config.maximum_payload_size());
    }
}
