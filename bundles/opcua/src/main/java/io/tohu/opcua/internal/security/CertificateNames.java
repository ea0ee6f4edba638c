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

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.stream.Collectors;

/** The names that a certificate was made for. */
final class CertificateNames {

    private CertificateNames() {}

    /** For a message: its alternative names, separated by commas. */
    static String of(X509Certificate certificate) {
        try {
            return certificate.getSubjectAlternativeNames() == null
                    ? "no name"
                    : certificate.getSubjectAlternativeNames().stream()
                            .map(name -> String.valueOf(name.get(1)))
                            .collect(Collectors.joining(", "));
        } catch (CertificateParsingException e) {
            return "names that cannot be read";
        }
    }
}
