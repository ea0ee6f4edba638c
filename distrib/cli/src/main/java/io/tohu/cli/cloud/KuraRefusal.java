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

/** A gateway answered that it did not do what was asked. */
public final class KuraRefusal extends IOException {

    private static final long serialVersionUID = 1L;

    private final int code;

    KuraRefusal(int code, String message) {
        super(message);
        this.code = code;
    }

    /** 400, 404 or 500. */
    public int code() {
        return code;
    }
}
