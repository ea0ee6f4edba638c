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
 * What a verifier trusts at a moment.
 *
 * @param generation as {@link OriginVerifier#GENERATION}
 * @param keystore {@code kura.service.pid} of the keystore that holds the trusted certificates
 * @param certificates number of certificates trusted
 * @param revocationLists number of revocation lists known
 * @param unsignedAllowed whether content without any signature is allowed
 * @param problem why nothing signed can be accepted now, in a sentence; {@code ""} when all is well
 */
public record TrustState(
        long generation,
        String keystore,
        int certificates,
        int revocationLists,
        boolean unsignedAllowed,
        String problem) {}
