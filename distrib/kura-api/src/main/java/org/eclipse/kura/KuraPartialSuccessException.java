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

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** A part of an operation failed; the causes say which. */
@ProviderType
public class KuraPartialSuccessException extends KuraException {

    private static final long serialVersionUID = 1L;

    private final transient List<Throwable> causes;

    public KuraPartialSuccessException(String message, List<Throwable> causes) {
        super(KuraErrorCode.PARTIAL_SUCCESS, (Throwable) null, message);
        this.causes = causes;
    }

    public List<Throwable> getCauses() {
        return causes;
    }
}
