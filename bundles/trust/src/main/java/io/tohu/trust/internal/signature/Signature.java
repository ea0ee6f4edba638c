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

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A signature that fits what it signs; whether the signer is to be trusted is another question.
 *
 * @param signer whose key made it
 * @param carried certificates that came along, in no order
 * @param lists revocation lists that came along
 */
public record Signature(X509Certificate signer, List<X509Certificate> carried, List<X509CRL> lists) {

    public Signature {
        carried = List.copyOf(carried);
        lists = List.copyOf(lists);
    }
}
