/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference;

/**
 * A model version as the registry sees it.
 *
 * @param name from the card, or from the capability where the card could not be read
 * @param version from the card, or from the capability
 * @param state where in its life it is
 * @param reason why it was refused, in a sentence; empty otherwise
 * @param origin the bundle or path it came from
 */
public record ModelStatus(String name, String version, State state, String reason, String origin) {

    /** States of a model version. */
    public enum State {
        /** Scores now. */
        ACTIVE,
        /** Passed every gate, stays loaded, and takes over when the active version goes. */
        PREVIOUS,
        /** Did not pass a gate; the reason says which. */
        REFUSED
    }
}
