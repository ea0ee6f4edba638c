/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.opcua;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.client.DiscoveryClient;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;

/** The certificate that an OPC UA server shows to everybody who asks for its endpoints. */
public final class ServerCertificate {

    private static final long TIMEOUT_SECONDS = 10;

    private ServerCertificate() {}

    /**
     * SHA-256 of the certificate, as {@code AB:CD:…}.
     *
     * @throws IOException when the server does not answer or has no certificate
     */
    public static String fingerprint(String url) throws IOException, InterruptedException {
        try {
            for (EndpointDescription endpoint :
                    DiscoveryClient.getEndpoints(url).get(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                if (endpoint.getServerCertificate().isNotNull()
                        && endpoint.getServerCertificate().length() > 0) {
                    return fingerprint(endpoint.getServerCertificate().bytesOrEmpty());
                }
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("no endpoints from " + url + ": " + e, e);
        }
        throw new IOException(url + " has no certificate");
    }

    /** SHA-256 of an encoded certificate. */
    static String fingerprint(byte[] certificate) {
        try {
            return HexFormat.ofDelimiter(":")
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate))
                    .toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
