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

import java.util.OptionalLong;

/**
 * A message and what has become of it; times in milliseconds since 1970.
 *
 * @param token what the transport knows it by, null when it is not in flight
 */
public record StoredView(
        Message message, OptionalLong published, OptionalLong confirmed, OptionalLong dropped, Token token) {}
