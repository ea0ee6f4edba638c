/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.wire.component.provider;

/** Which times an asset emits with its values; the names are Kura's. */
enum TimestampMode {
    NO_TIMESTAMPS,
    PER_CHANNEL,
    SINGLE_ASSET_GENERATED,
    SINGLE_DRIVER_GENERATED_MAX,
    SINGLE_DRIVER_GENERATED_MIN
}
