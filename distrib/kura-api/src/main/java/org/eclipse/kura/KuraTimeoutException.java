/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura;

import org.osgi.annotation.versioning.ProviderType;

/** An operation took too long. */
@ProviderType
public class KuraTimeoutException extends KuraException {

    private static final long serialVersionUID = 1L;

    public KuraTimeoutException(String message) {
        super(KuraErrorCode.TIMED_OUT, (Throwable) null, message);
    }

    public KuraTimeoutException(String message, Throwable cause) {
        super(KuraErrorCode.TIMED_OUT, cause, message);
    }
}
