/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What to replay and how.
 *
 * @param file CSV file
 * @param speed how many times faster than recorded, more than 0
 * @param labels label columns; empty for those that are usual
 * @param interval between rows at speed 1; without it the recorded times
 * @param skipRows rows to leave out at the beginning
 * @param paused whether to wait for the command to start
 */
public record ReplayOptions(
        Path file, double speed, Set<String> labels, Optional<Duration> interval, int skipRows, boolean paused) {

    public ReplayOptions {
        labels = Set.copyOf(labels);
    }

    /** The whole file at the given speed, at once. */
    public static ReplayOptions of(Path file, double speed) {
        return new ReplayOptions(file, speed, Set.of(), Optional.empty(), 0, false);
    }
}
