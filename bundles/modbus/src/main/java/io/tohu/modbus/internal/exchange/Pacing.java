/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.exchange;

import java.time.Duration;

/**
 * How fast a device may be asked.
 *
 * @param inFlight requests sent before the first reply must have come
 * @param pause between a reply and the next request
 * @param retries how often a read without reply is sent again
 * @param rest how long a silent unit is left alone while others on the line answer
 * @param settle how much later than the timeout a reply may come, where it cannot be told from the next one's
 * @param refusedRetry how long an address that the device refused is left alone
 */
public record Pacing(
        int inFlight, Duration pause, int retries, Duration rest, Duration settle, Duration refusedRetry) {}
