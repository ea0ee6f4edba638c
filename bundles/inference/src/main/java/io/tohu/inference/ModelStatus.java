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
 * @param reason why it was refused or is held back, in a sentence; empty otherwise
 * @param origin the bundle or path it came from
 */
public record ModelStatus(String name, String version, State state, String reason, String origin) {

    /** States of a model version, in the order in which a good one goes through them. */
    public enum State {
        /** Has come, and is being looked at. */
        ARRIVED,
        /** Its signature and its hash are right. */
        VERIFIED,
        /** ONNX Runtime has loaded it; golden samples, latency and memory are being checked. */
        LOADED,
        /** Passed every gate, and waits: for a command, or because a higher version is active. */
        CANDIDATE,
        /** Scores the windows of the active version, without a say. */
        SHADOW,
        /** Scores now. */
        ACTIVE,
        /** Was active before, and takes over when the active version fails or goes. */
        PREVIOUS,
        /** Was taken away; what was kept of it is deleted. */
        RETIRED,
        /** Did not pass a gate or was rolled back; the reason says which and why. */
        REFUSED
    }
}
