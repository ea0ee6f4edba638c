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

import io.tohu.trust.internal.signature.Digests;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import javax.security.auth.x500.X500Principal;

/** How a certificate is named to the operator; what stands in it was chosen by whoever made it. */
public final class SignerName {

    private static final int LENGTH = 200;

    private SignerName() {}

    /** The subject as RFC 2253 writes it, one line of bounded length. */
    public static String of(X509Certificate certificate) {
        return of(certificate.getSubjectX500Principal());
    }

    static String of(X500Principal principal) {
        String name = principal.getName().replaceAll("\\p{Cntrl}", "?");
        return name.length() > LENGTH ? name.substring(0, LENGTH) + "…" : name;
    }

    /** SHA-256 of the certificate, lower-case hex; {@code ""} when it has no encoding. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return Digests.sha256(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            return "";
        }
    }
}
