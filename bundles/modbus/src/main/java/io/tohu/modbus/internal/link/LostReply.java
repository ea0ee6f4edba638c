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

/** What keeps a reply that comes late from the requests that follow. */
public enum LostReply {
    /** Each reply names its request, so nothing has to be done. */
    TOLD_APART,
    /** Only a fresh link is safe: what comes over the old one can belong to any request. */
    FRESH_LINK,
    /** All share one wire, which no new link empties: nothing is sent until the late reply must have come, and is dropped. */
    WAITED_OUT
}
