/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.detector;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Form of the Detector component. */
@ObjectClassDefinition(
        id = DetectorComponent.NAME,
        name = "Detector",
        description = "Scores windows with a model and decides whether the machine is in alarm. Port all carries every"
                + " result, port alarms only the beginning and the end of an alarm.")
public @interface DetectorConfig {

    @AttributeDefinition(
            name = "Model",
            description = "Name of the model, as its card states it. The newest valid version on this gateway is used;"
                    + " one that arrives later is picked up by itself.")
    String model() default "pump-anomaly";

    @AttributeDefinition(
            name = "Limit",
            description = "Score above which a window counts as anomalous. 0 uses the limit of the model's card.",
            min = "0")
    double limit() default 0;

    @AttributeDefinition(
            name = "Windows to raise",
            description = "How many windows in a row must be above the limit before the alarm is raised. More means"
                    + " fewer false alarms and a later one.",
            min = "1",
            max = "10000")
    int raise_windows() default 3;

    @AttributeDefinition(
            name = "Windows to clear",
            description = "How many windows in a row must be below the limit before the alarm is cleared.",
            min = "1",
            max = "10000")
    int clear_windows() default 5;

    @AttributeDefinition(
            name = "Contributors",
            description = "How many of the channels that contributed most to the score are named in a result.",
            min = "0",
            max = "64")
    int contributors() default 3;

    @AttributeDefinition(
            name = "Hysteresis (%)",
            description =
                    "By how much of the limit the score must be below it before the alarm can clear. Raise it when"
                            + " alarms come and go.",
            min = "0",
            max = "100")
    double hysteresis_percent() default 0;

    @AttributeDefinition(
            name = "Minimum duration (ms)",
            description = "For how long the windows must be above the limit before the alarm is raised, and below it"
                    + " before it is cleared, besides their number.",
            min = "0",
            max = "86400000")
    int minimum_ms() default 0;

    @AttributeDefinition(
            name = "Hold-off (ms)",
            description = "For how long after the end of an alarm no other one is raised.",
            min = "0",
            max = "86400000")
    int holdoff_ms() default 0;

    @AttributeDefinition(
            name = "Critical from",
            description = "From how many times the limit an alarm is critical; below that it is a warning.",
            min = "1")
    double critical_ratio() default 2;

    @AttributeDefinition(
            name = "Smoothing",
            description = "Weight of the newest window in the mean of scores that is held against the limit: 1 looks at"
                    + " each window alone, 0.05 at about the last twenty. Less means fewer false alarms and a later"
                    + " one. Above 0; for limits above 0.",
            min = "0.001",
            max = "1")
    double smoothing() default 1;

    @AttributeDefinition(
            name = "Recovery (%)",
            description =
                    "The alarm ends when the score has fallen to this part of the alarm's own level, even if it is"
                            + " still above the limit: for machines that do not come back to exactly the state they were"
                            + " learned in. A new alarm then needs 1.3 times the level it fell to. 0 waits for the limit.",
            min = "0",
            max = "99")
    double recovery_percent() default 0;
}
