/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.wire.component.provider;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Settings of the timer. */
@ObjectClassDefinition(id = WireTimer.PID, name = "Timer", description = "Sends a tick at a fixed interval.")
@interface TimerConfig {

    @AttributeDefinition(
            name = "type",
            description = "SIMPLE ticks at an interval. CRON is not offered by the embedded gateway.",
            options = {@Option(label = "SIMPLE", value = "SIMPLE"), @Option(label = "CRON", value = "CRON")})
    String type() default "SIMPLE";

    @AttributeDefinition(
            name = "simple.interval",
            description = "Time between two ticks, in the unit of simple.time.unit.",
            min = "1")
    int simple_interval() default 10;

    @AttributeDefinition(
            name = "simple.time.unit",
            description = "Unit of the two intervals.",
            options = {
                @Option(label = "MILLISECONDS", value = "MILLISECONDS"),
                @Option(label = "SECONDS", value = "SECONDS"),
                @Option(label = "MINUTES", value = "MINUTES"),
                @Option(label = "HOURS", value = "HOURS"),
                @Option(label = "DAYS", value = "DAYS")
            })
    String simple_time_unit() default "SECONDS";

    @AttributeDefinition(
            name = "simple.first.tick.policy",
            description =
                    "DEFAULT: the first tick comes after one interval. CUSTOM: after simple.custom.first.tick.interval.",
            options = {@Option(label = "DEFAULT", value = "DEFAULT"), @Option(label = "CUSTOM", value = "CUSTOM")})
    String simple_first_tick_policy() default "DEFAULT";

    @AttributeDefinition(
            name = "simple.custom.first.tick.interval",
            description = "Time before the first tick when simple.first.tick.policy is CUSTOM, in simple.time.unit.",
            required = false)
    int simple_custom_first_tick_interval() default 0;

    @AttributeDefinition(name = "cron.interval", description = "Cron expression, used when type is CRON.")
    String cron_interval() default "0/10 * * * * ?";
}
