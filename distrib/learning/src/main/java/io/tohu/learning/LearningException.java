/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.learning;

/** No model can be learned from the data; the message says why, and what data would do. */
public class LearningException extends Exception {

    private static final long serialVersionUID = 1L;

    public LearningException(String message) {
        super(message);
    }
}
