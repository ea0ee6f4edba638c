/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.link;

import java.time.Duration;

/** The way to a device: what it takes to make a link. */
public interface Route {

    Duration connectTimeout();

    Duration requestTimeout();
}
