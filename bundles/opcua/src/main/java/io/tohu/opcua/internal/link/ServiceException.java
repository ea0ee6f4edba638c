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

import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;

/** The server is there but refused a whole request. */
public final class ServiceException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient StatusCode status;

    public ServiceException(StatusCode status) {
        super(StatusText.of(status));
        this.status = status;
    }

    /** The result of the service. */
    public StatusCode status() {
        return status;
    }
}
