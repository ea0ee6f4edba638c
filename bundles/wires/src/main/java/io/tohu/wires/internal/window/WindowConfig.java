/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.window;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Form of the Window component. */
@ObjectClassDefinition(
        id = WindowComponent.NAME,
        name = "Window",
        description = "Collects the values of several channels, from one asset or from several, into windows of a fixed"
                + " number of samples for a detector.")
public @interface WindowConfig {

    @AttributeDefinition(
            name = "Channels",
            description = "Names of the asset channels in the window, separated by commas, for example"
                    + " flow,dischargePressure. They may come from several assets; a name must be unique among them.")
    String channels() default "value";

    @AttributeDefinition(
            name = "Samples",
            description = "Number of samples in a window. Use the number that the model was fitted with.",
            min = "1",
            max = "65536")
    int samples() default 20;

    @AttributeDefinition(
            name = "Stride",
            description = "Number of new samples between two windows. Smaller decides faster and costs more.",
            min = "1",
            max = "65536")
    int stride() default 5;

    @AttributeDefinition(
            name = "Longest hold (samples)",
            description = "For how many samples in a row a missing or failed value is replaced by the channel's last"
                    + " good one. After that no window is made until the channel is back. 0 never holds.",
            min = "0",
            max = "65536")
    int hold_samples() default 3;

    @AttributeDefinition(
            name = "Context",
            description = "Names of channels whose latest value travels with each window into its result without being"
                    + " scored, separated by commas, for example a batch or recipe number. Optional.",
            required = false)
    String context() default "";

    @AttributeDefinition(
            name = "Interval (ms)",
            description = "Time between two samples. 0 makes a sample of each record or round of records that comes."
                    + " Otherwise the values are laid on a grid of this interval by their source times, which joins"
                    + " assets that are read at different times or rates. Use the interval that the model was fitted"
                    + " with.",
            min = "0",
            max = "86400000")
    int interval_ms() default 0;

    @AttributeDefinition(
            name = "Missing values",
            description = "What takes the place of a value that is missing or failed, for at most Longest hold samples"
                    + " in a row. Interpolation needs an interval; without one it holds.",
            options = {
                @Option(label = "The channel's last good value", value = "HOLD"),
                @Option(label = "A straight line between the good values around it", value = "INTERPOLATE"),
                @Option(label = "Nothing: the window begins anew", value = "SKIP")
            })
    String missing() default "HOLD";

    @AttributeDefinition(
            name = "Stale after (ms)",
            description =
                    "A value whose source time is this much older than the newest one beside it counts as missing."
                            + " 0 takes values of any age.",
            min = "0",
            max = "86400000")
    int stale_ms() default 0;

    @AttributeDefinition(
            name = "Wait for late values (ms)",
            description = "How long a sample on the grid waits for channels that have not been heard. Only with an"
                    + " interval; 0 waits for two intervals.",
            min = "0",
            max = "3600000")
    int lateness_ms() default 0;

    @AttributeDefinition(
            name = "Repeated records",
            description = "What a record is that brings nothing newer than before, by its source times. Count them only"
                    + " for sources that do not renew their time.",
            options = {
                @Option(label = "Dropped, as delivered twice or late", value = "DROP"),
                @Option(label = "A sample like any other", value = "SAMPLE")
            })
    String repeats() default "DROP";
}
