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

/** A message cannot be decoded. */
@ProviderType
public class KuraInvalidMessageException extends KuraRuntimeException {

    private static final long serialVersionUID = 1L;

    public KuraInvalidMessageException(Object argument) {
        super(KuraErrorCode.INVALID_MESSAGE_EXCEPTION, argument);
    }

    public KuraInvalidMessageException(Throwable cause) {
        super(KuraErrorCode.INVALID_MESSAGE_EXCEPTION, cause);
    }

    public KuraInvalidMessageException(Throwable cause, Object argument) {
        super(KuraErrorCode.INVALID_MESSAGE_EXCEPTION, cause, argument);
    }
}
