/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.security;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * How this client proves who it is.
 *
 * @param keyPair its keys
 * @param chain its certificate, which the server has to trust, and those that issued it
 * @param applicationUri the URI in the certificate; servers compare it with the one in the session (Part 4, 6.1.3)
 * @param place where the certificate can be fetched to be installed on the server
 */
public record ClientIdentity(KeyPair keyPair, List<X509Certificate> chain, String applicationUri, String place) {

    /** The client's own certificate. */
    public X509Certificate certificate() {
        return chain.get(0);
    }
}
