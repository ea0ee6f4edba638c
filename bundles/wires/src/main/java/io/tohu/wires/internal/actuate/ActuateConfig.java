/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.actuate;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Form of the Actuate component. */
@ObjectClassDefinition(
        id = ActuateComponent.NAME,
        name = "Actuate",
        description = "Turns a detector's decision into a write for an asset. Wire a detector, and the asset that reads"
                + " the interlock, to its input; wire its port write to an asset that has WRITE channels only.")
public @interface ActuateConfig {

    @AttributeDefinition(
            name = "Decision",
            description = "Name of the property that decides: on when it is true or not zero.")
    String decision_property() default "alarm";

    @AttributeDefinition(name = "Channel", description = "Name of the asset's channel to write.")
    String channel() default "alarm";

    @AttributeDefinition(
            name = "Value type",
            description = "Type of the value. It must be the channel's own value type: Kura drops others in silence.",
            options = {
                @Option(label = "BOOLEAN", value = "BOOLEAN"),
                @Option(label = "INTEGER", value = "INTEGER"),
                @Option(label = "LONG", value = "LONG"),
                @Option(label = "FLOAT", value = "FLOAT"),
                @Option(label = "DOUBLE", value = "DOUBLE"),
                @Option(label = "STRING", value = "STRING")
            })
    String value_type() default "BOOLEAN";

    @AttributeDefinition(name = "Value when on", description = "What is written when the decision is on.")
    String value_on() default "true";

    @AttributeDefinition(name = "Value when off", description = "What is written when the decision is off.")
    String value_off() default "false";

    @AttributeDefinition(
            name = "Interlock channel",
            description = "Name of a channel that must allow each write, for example doorClosed. Empty: no interlock.",
            required = false)
    String interlock_channel() default "";

    @AttributeDefinition(
            name = "Interlock allows",
            description = "The value of the interlock channel at which writing is allowed.")
    String interlock_allows() default "true";

    @AttributeDefinition(
            name = "Interlock valid for (ms)",
            description = "For how long the interlock's last value counts. An older one does not allow a write.",
            min = "1",
            max = "86400000")
    int interlock_valid_ms() default 10000;

    @AttributeDefinition(
            name = "Minimum interval (ms)",
            description =
                    "Least time between two writes. A decision that comes sooner is written when it is over, if it"
                            + " still holds.",
            min = "0",
            max = "86400000")
    int interval_ms() default 1000;

    @AttributeDefinition(
            name = "Dry run",
            description =
                    "Says what would be written, and writes nothing. Switch it off when the audit lines are as they"
                            + " should be.")
    boolean dry_run() default true;
}
