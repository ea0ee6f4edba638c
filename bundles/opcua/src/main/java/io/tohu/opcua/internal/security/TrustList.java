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

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Set;

/**
 * Whose certificates are accepted.
 *
 * @param fingerprints of certificates that the configuration trusts
 * @param certificates that the keystore trusts, of servers or of those that issue for them
 * @param revocations lists of what is not to be accepted any more
 */
record TrustList(Set<String> fingerprints, Collection<X509Certificate> certificates, Collection<X509CRL> revocations) {

    boolean holds(X509Certificate certificate) {
        return certificates.contains(certificate) || fingerprints.contains(Fingerprint.of(certificate));
    }
}
