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

/** An input or output operation failed. */
@ProviderType
public class KuraIOException extends KuraException {

    private static final long serialVersionUID = 1L;

    public KuraIOException(Object argument) {
        super(KuraErrorCode.IO_ERROR, (Throwable) null, argument);
    }

    public KuraIOException(Throwable cause, Object argument) {
        super(KuraErrorCode.IO_ERROR, cause, argument);
    }
}
