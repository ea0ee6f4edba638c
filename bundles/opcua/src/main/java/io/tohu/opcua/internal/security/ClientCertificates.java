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

import java.net.InetAddress;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/** Self-signed application instance certificates (Part 6, 6.2.2). */
final class ClientCertificates {

    /** In the range of every policy that is offered, and accepted by old controllers. */
    private static final int KEY_BITS = 2048;

    private static final Period VALID = Period.ofYears(10);
    private static final int SAN_URI = 6;

    private ClientCertificates() {}

    static KeyPair newKeys() throws GeneralSecurityException {
        return SelfSignedCertificateGenerator.generateRsaKeyPair(KEY_BITS);
    }

    static X509Certificate selfSigned(KeyPair keys, String instance) throws GeneralSecurityException {
        String host = hostName();
        String uri = "urn:" + encoded(host) + ":tohu:opcua:" + encoded(instance);
        try {
            return new SelfSignedCertificateBuilder(keys)
                    .setCommonName("Tohu OPC UA " + instance + "@" + host)
                    .setOrganization("Tohu")
                    .setApplicationUri(uri)
                    .addDnsName(host)
                    .setValidityPeriod(VALID)
                    .build();
        } catch (GeneralSecurityException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new GeneralSecurityException("no certificate could be made", e);
        }
    }

    /** The URI in a certificate's alternative names. */
    static String applicationUri(X509Certificate certificate) throws GeneralSecurityException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        if (names != null) {
            for (List<?> name : names) {
                if (Integer.valueOf(SAN_URI).equals(name.get(0))) {
                    return String.valueOf(name.get(1));
                }
            }
        }
        throw new GeneralSecurityException("its certificate has no application URI");
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // A gateway without a name of its own: the certificate then names the loopback.
            return "localhost";
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
