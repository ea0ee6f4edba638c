/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference.internal;

import io.tohu.inference.InferenceException;

/** A window that is not one for a version: the version's fault only when its predecessor took such windows. */
final class MisfitException extends InferenceException {

    private static final long serialVersionUID = 1L;

    MisfitException(String message) {
        super(message);
    }
}
