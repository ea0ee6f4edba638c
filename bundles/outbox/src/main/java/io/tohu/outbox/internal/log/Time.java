/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal.log;

import java.util.function.LongSupplier;

/**
 * The two clocks of a machine.
 *
 * @param nanos goes forward evenly, from anywhere
 * @param wall milliseconds since 1970; may jump
 */
public record Time(LongSupplier nanos, LongSupplier wall) {

    public static final Time SYSTEM = new Time(System::nanoTime, System::currentTimeMillis);
}
