/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust.internal.path;

import java.time.Instant;

/**
 * The time to judge by. Gateways without a battery start in a past year and learn the time later, or never.
 *
 * @param clock what the system clock says
 * @param floor a time that has certainly passed
 * @param seen when this gateway accepted this very content from this very signer, null when it never did
 */
public record Moment(Instant clock, Instant floor, Instant seen) {

    boolean clockIsSet() {
        return !clock.isBefore(floor);
    }

    /** The best guess: never before the floor. */
    public Instant now() {
        return clockIsSet() ? clock : floor;
    }
}
