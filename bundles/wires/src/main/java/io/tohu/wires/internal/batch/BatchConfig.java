/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.batch;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Form of the Batch component. */
@ObjectClassDefinition(
        id = BatchComponent.NAME,
        name = "Batch",
        description = "Sends many records as one compressed message through a CloudPublisher, and keeps them while the"
                + " message store is away, as it is while its package is upgraded.")
public @interface BatchConfig {

    @AttributeDefinition(
            name = "CloudPublisher target filter",
            description = "The publisher that messages leave by, as a filter on its name, for example"
                    + " (kura.service.pid=results). It decides topic, QoS and priority.")
    String CloudPublisher_target() default "(kura.service.pid=changeme)";

    @AttributeDefinition(
            name = "Records",
            description = "A message is sent when so many records are in it. 1 sends each record at once.",
            min = "1",
            max = "100000")
    int records() default 100;

    @AttributeDefinition(
            name = "Longest wait (ms)",
            description = "A message is sent when its first record is this old.",
            min = "0")
    int wait_ms() default 10_000;

    @AttributeDefinition(
            name = "Size (KB)",
            description = "A message is sent when its records take this much before compression.",
            min = "1",
            max = "16384")
    int size_kb() default 64;

    @AttributeDefinition(
            name = "Urgent property",
            description = "A record that has this property is sent at once, with all that waits; event is what a"
                    + " Detector's alarms have. Empty: no record is urgent.",
            required = false)
    String urgent_property() default "event";

    @AttributeDefinition(
            name = "Group by",
            description = "Name of a property; records with different values of it go into different messages. Use it"
                    + " when the publisher's topic holds the property, for example assetName for A1/$assetName.",
            required = false)
    String group_by() default "";

    @AttributeDefinition(
            name = "Memory (KB)",
            description = "What records may take while they cannot be sent. When it is used up the oldest message is"
                    + " dropped, one without urgent records first.",
            min = "64")
    int hold_kb() default 4096;
}
