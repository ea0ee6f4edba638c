/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Form of the verifier. */
@ObjectClassDefinition(
        id = TrustComponent.NAME,
        name = "Tohu Trust",
        description = "Whose signature makes this gateway use a package, a bundle or a model.")
@interface VerifierConfig {

    @AttributeDefinition(
            name = "Keystore",
            description = "Name of the Kura keystore whose trusted certificates count: of issuers (all whom they"
                    + " certify for signing code are trusted) or of single signers. Use one of its own, not the one"
                    + " for TLS. Without it nothing that is signed is accepted.")
    String keystore_pid() default "TohuTrust";

    @AttributeDefinition(
            name = "Allow unsigned content",
            description = "On: what carries no signature at all is used, whoever made it. Only for desks and for the"
                    + " time before your packages are signed. What carries a signature is checked all the same.")
    boolean unsigned_allowed() default false;

    @AttributeDefinition(
            name = "Grace (days)",
            description = "How long after its end a certificate still counts, and how long after its next update was"
                    + " due a revocation list counts as current. Raise it for gateways that are offline for long.",
            min = "0",
            max = "3650")
    int grace_days() default 30;

    @AttributeDefinition(
            name = "Current revocation list needed",
            description = "On: a signer is refused as long as no current revocation list of its issuer is known, from"
                    + " the keystore or carried along with the signature. Off: lists are used when they are there. A"
                    + " signer who is on a list is refused either way, however old the list is.")
    boolean revocation_needed() default false;

    @AttributeDefinition(
            name = "Largest content (MB)",
            description = "What a package or bundle may unpack to. Larger ones are refused before they fill memory or"
                    + " disk. Raise it for larger models.",
            min = "1",
            max = "16384")
    int content_max_mb() default 1024;
}
