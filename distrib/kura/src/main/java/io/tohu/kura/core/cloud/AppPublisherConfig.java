/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.cloud;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Settings of a publisher of a cloud connection; names and defaults are Kura's. */
@ObjectClassDefinition(
        id = AppPublisher.PID,
        name = "CloudPublisher",
        description = "Where messages go, and how urgent they are.")
@interface AppPublisherConfig {

    @AttributeDefinition(name = "Application Id", description = "Part of the topic after account and client.")
    String appId() default "W1";

    @AttributeDefinition(
            name = "Application Topic",
            description = "Rest of the topic. $name becomes the message's property of that name, as in A1/$assetName.",
            required = false)
    String app_topic() default "A1/$assetName";

    @AttributeDefinition(
            name = "Qos",
            description = "0: may be lost on the way. 1: sent until the broker has confirmed it.",
            options = {@Option(label = "0", value = "0"), @Option(label = "1", value = "1")})
    int qos() default 0;

    @AttributeDefinition(name = "Retain", description = "Whether the broker keeps the last message.")
    boolean retain() default false;

    @AttributeDefinition(
            name = "Kura Message Type",
            description = "Data goes to the account's topics, control to those with the control prefix.",
            options = {@Option(label = "Data", value = "data"), @Option(label = "Control", value = "control")})
    String message_type() default "data";

    @AttributeDefinition(
            name = "Priority",
            description =
                    "0 is the most urgent. 0 and 1 are stored even when the store is full; 5 and above may be slowed down.",
            min = "0")
    int priority() default 7;
}
