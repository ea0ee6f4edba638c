/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.link;

import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;

/** OPC UA status codes (Part 6, Annex A.2) in words. */
public final class StatusText {

    private StatusText() {}

    /** Name and meaning of a code, {@code Bad_NodeIdUnknown: The node id refers to …}; an unknown code in hex. */
    public static String of(StatusCode status) {
        return StatusCodes.lookup(status.value())
                .map(text -> text[0] + ": " + text[1])
                .orElseGet(() -> String.format("status code 0x%08X, which OPC UA does not define", status.value()));
    }

    /** Only the name of a code, or its number in hex. */
    public static String name(StatusCode status) {
        return StatusCodes.lookup(status.value())
                .map(text -> text[0])
                .orElseGet(() -> String.format("0x%08X", status.value()));
    }
}
