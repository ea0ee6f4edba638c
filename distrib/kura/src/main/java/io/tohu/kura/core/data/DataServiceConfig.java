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

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * Settings of the queue between publishers and the broker; names and defaults are Kura's. Without those of the
 * connection schedule and of the reboot after failed attempts, which are not there.
 */
@ObjectClassDefinition(
        id = KuraDataService.PID,
        name = "DataService",
        description = "Keeps messages until the broker has confirmed them, and keeps the connection up.")
@interface DataServiceConfig {

    @AttributeDefinition(
            name = "Connect Auto-on-startup",
            description = "Whether to connect at start and again whenever the connection is lost.")
    boolean connect_auto$_$on$_$startup() default false;

    @AttributeDefinition(name = "Connect Retry-interval", description = "Seconds between two attempts.", min = "1")
    int connect_retry$_$interval() default 60;

    @AttributeDefinition(
            name = "Disconnect Quiesce-timeout",
            description = "Seconds that messages being sent are given when disconnecting.",
            min = "0")
    int disconnect_quiesce$_$timeout() default 10;

    @AttributeDefinition(
            name = "Message Store Provider Service PID",
            description = "Name of the message store. Its messages survive a restart only if the store keeps them.")
    String store_db_service_pid() default "org.eclipse.kura.db.H2DbService";

    @AttributeDefinition(
            name = "Store Housekeeper-interval",
            description = "Seconds between two clean-ups of the store.",
            min = "5")
    int store_housekeeper$_$interval() default 900;

    @AttributeDefinition(
            name = "Store Purge-age",
            description = "Seconds after which a clean-up removes a confirmed message.",
            min = "5")
    int store_purge$_$age() default 60;

    @AttributeDefinition(
            name = "Store Capacity",
            description =
                    "Messages in the store, confirmed ones included, above which new ones of priority 2 and less urgent are refused.",
            min = "1")
    int store_capacity() default 10000;

    @AttributeDefinition(
            name = "In-flight-messages Republish-on-new-session",
            description = "On a new session: true sends unconfirmed messages again (some twice), false gives them up.")
    boolean in$_$flight$_$messages_republish$_$on$_$new$_$session() default true;

    @AttributeDefinition(
            name = "In-flight-messages Max-number",
            description = "Messages that may be sent and not yet confirmed at a time.",
            min = "1",
            max = "10")
    int in$_$flight$_$messages_max$_$number() default 9;

    @AttributeDefinition(
            name = "In-flight-messages Congestion-timeout",
            description = "Seconds at the maximum after which to disconnect and connect again. 0: never.",
            min = "0")
    int in$_$flight$_$messages_congestion$_$timeout() default 0;

    @AttributeDefinition(
            name = "Enable Rate Limit",
            description = "Whether messages of priority 5 and less urgent are slowed down.")
    boolean enable_rate_limit() default true;

    @AttributeDefinition(name = "Rate Limit Average", description = "Messages per time unit.", min = "1")
    int rate_limit_average() default 1;

    @AttributeDefinition(
            name = "Rate Limit Time Unit",
            description = "The time unit of the rate.",
            options = {
                @Option(label = "SECONDS", value = "SECONDS"),
                @Option(label = "MINUTES", value = "MINUTES"),
                @Option(label = "HOURS", value = "HOURS"),
                @Option(label = "DAYS", value = "DAYS")
            })
    String rate_limit_time_unit() default "SECONDS";

    @AttributeDefinition(name = "Rate Limit Burst Size", description = "Messages that may go at once.", min = "1")
    int rate_limit_burst_size() default 1;

    @AttributeDefinition(
            name = "Maximum Payload Size",
            description = "Bytes above which a message is refused.",
            min = "0")
    long maximum_payload_size() default 16777216;
}
