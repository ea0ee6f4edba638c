/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.security;

import org.eclipse.milo.opcua.stack.core.UaException;

/** The server's certificate is refused; the message says why and what to do. */
public final class RefusedServerException extends UaException {

    private static final long serialVersionUID = 1L;

    RefusedServerException(long code, String message) {
        super(code, message);
    }
}
