/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.cloud;

import java.io.IOException;

/** A gateway did not answer: it is not connected, or it has no such application. */
public final class NoReplyException extends IOException {

    private static final long serialVersionUID = 1L;

    NoReplyException(String message) {
        super(message);
    }
}
