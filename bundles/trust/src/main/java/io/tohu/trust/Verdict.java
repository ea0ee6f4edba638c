/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust;

/**
 * What was found about the origin of something.
 *
 * @param outcome whether it may be used
 * @param signer subject of the signer's certificate as RFC 2253 writes it, also when it is refused; {@code ""} when
 *     nobody signed or the signature cannot be read
 * @param fingerprint SHA-256 of the signer's certificate in lower-case hex; {@code ""} as for the signer
 * @param reason a sentence for the operator: what was found, and for a refusal what to do
 */
public record Verdict(Outcome outcome, String signer, String fingerprint, String reason) {

    /** What may be done with it. */
    public enum Outcome {
        /** Signed, unchanged, and by someone whom this gateway trusts. */
        ACCEPTED,
        /** Not signed at all, and the operator allows that. */
        UNSIGNED_ALLOWED,
        /** Must not be used; the reason says why. */
        REFUSED
    }

    /** A verdict about something that carries no signature that could be read. */
    public static Verdict withoutSigner(Outcome outcome, String reason) {
        return new Verdict(outcome, "", "", reason);
    }

    /** Whether it may be used. */
    public boolean allowed() {
        return outcome != Outcome.REFUSED;
    }
}
