/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust.internal.path;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Whom this gateway trusts, at a moment.
 *
 * @param name what the operator calls the keystore it comes from
 * @param certificates of issuers, or of single signers
 * @param lists revocation lists
 * @param problem why there may be nothing to trust, in a sentence; {@code ""} when all is well
 */
public record TrustStore(String name, List<X509Certificate> certificates, List<X509CRL> lists, String problem) {

    public TrustStore {
        certificates = List.copyOf(certificates);
        lists = List.copyOf(lists);
    }

    /** Nothing to trust, for a reason. */
    public static TrustStore none(String name, String problem) {
        return new TrustStore(name, List.of(), List.of(), problem);
    }
}
