/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.serve;

import java.time.Instant;
import java.util.List;

/** What stands behind the servers: it moves on in time and shows its values on a board. Safe for use by several threads. */
public interface Machine {

    /** Nanoseconds to wait when nothing moves by itself. */
    long IDLE = 50_000_000;

    /** {@code pump} or {@code replay}. */
    String mode();

    /** What is served; never changes. */
    List<Tag> tags();

    /** Where the current values are. */
    Board board();

    /** Whether the machine turns, or the replay goes on. */
    boolean running();

    /** The alarm lamp. */
    Lamp lamp();

    /** Moves on by one step, which was due at that time, shows the new frame and says after how many nanoseconds the next is. */
    long advance(Instant due);

    /**
     * Takes a value from a client and shows it.
     *
     * @throws IllegalArgumentException with a sentence if the value is out of range
     */
    void write(int tag, Object value);
}
