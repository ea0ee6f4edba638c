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

/** Where a model version comes from. */
interface ModelSource {

    /** What logs and statuses call it. */
    String origin();

    /** The name it announces before its card was read. */
    String announcedName();

    /** The version it announces before its card was read; empty for a graph without a card. */
    String announcedVersion();

    /** Asks who signed it, where somebody can tell. */
    default void verify(SignatureGate gate) throws ModelRefusedException {
        // Nothing that a signature could be on.
    }

    /** Reads the model's files. */
    ModelFiles read() throws ModelRefusedException;
}
