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
}
