/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust.internal.signature;

import java.util.List;

/**
 * What the signatures of something say.
 *
 * @param signatures all of them, each intact; none when it is not signed at all
 * @param digest SHA-256 of what was signed, in hex
 */
public record Signed(List<Signature> signatures, String digest) {

    static final Signed NOT = new Signed(List.of(), "");

    public Signed {
        signatures = List.copyOf(signatures);
    }
}
