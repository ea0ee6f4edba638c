/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.signing;

import io.tohu.packaging.PackagingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Certificates and revocation lists from files, PEM or DER. */
final class Certificates {

    private Certificates() {}

    static List<X509Certificate> read(List<Path> files) throws IOException {
        return all(files, X509Certificate.class, CertificateFactory::generateCertificates, "certificate");
    }

    static List<X509CRL> lists(List<Path> files) throws IOException {
        return all(files, X509CRL.class, CertificateFactory::generateCRLs, "revocation list");
    }

    @FunctionalInterface
    private interface Parser {
        Collection<?> parse(CertificateFactory factory, InputStream in) throws GeneralSecurityException;
    }

    private static <T> List<T> all(List<Path> files, Class<T> type, Parser parser, String what) throws IOException {
        List<T> all = new ArrayList<>();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                parser.parse(CertificateFactory.getInstance("X.509"), in).forEach(one -> all.add(type.cast(one)));
            } catch (GeneralSecurityException e) {
                throw new PackagingException(file + " holds no " + what + ": " + e.getMessage(), e);
            }
        }
        return all;
    }
}
