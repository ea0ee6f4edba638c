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
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfigBuilder;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;

/** A session with a server. */
record BrowseSession(OpcUaClient client) implements AutoCloseable {

    private static final String APPLICATION = "urn:tohu:browse";

    /** @throws IOException when there is no session; the message says why and what to do */
    static BrowseSession open(String url, ServerOptions options) throws IOException {
        CertificateValidator trust = (chain, uri, hosts) -> check(chain, options);
        try {
            BrowserKeys keys =
                    options.secured() ? BrowserKeys.of(Optional.ofNullable(options.keys()), APPLICATION) : null;
            OpcUaClient client = OpcUaClient.create(
                    url,
                    endpoints -> endpoint(url, endpoints, options),
                    transport -> {},
                    config -> configure(config, options, trust, keys));
            client.connect();
            return new BrowseSession(client);
        } catch (UaException e) {
            throw new IOException(url + ": " + words(e), e);
        }
    }

    private static void configure(
            OpcUaClientConfigBuilder config, ServerOptions options, CertificateValidator trust, BrowserKeys keys) {
        config.setApplicationName(LocalizedText.english("Tohu browse"))
                .setApplicationUri(APPLICATION)
                .setSessionEndpointValidationEnabled(false)
                .setIdentityProvider(
                        options.user() == null
                                ? AnonymousProvider.INSTANCE
                                : new UsernameProvider(options.user(), options.password(), anyone(options, trust)));
        if (keys != null) {
            config.setKeyPair(keys.keys())
                    .setCertificate(keys.certificate())
                    .setCertificateChain(new X509Certificate[] {keys.certificate()})
                    .setCertificateValidator(trust);
        }
    }

    /** Without a policy nobody has proved to be the server; the password is still hidden from those who listen. */
    private static CertificateValidator anyone(ServerOptions options, CertificateValidator trust) {
        return options.secured() ? trust : (chain, uri, hosts) -> {};
    }

    private static Optional<EndpointDescription> endpoint(
            String url, List<EndpointDescription> endpoints, ServerOptions options) {
        Optional<EndpointDescription> wanted = endpoints.stream()
                .filter(e -> options.policy().getUri().equals(e.getSecurityPolicyUri())
                        && options.mode() == e.getSecurityMode())
                .findFirst()
                .map(e -> EndpointUtil.updateUrl(e, EndpointUtil.getHost(url), EndpointUtil.getPort(url)));
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException(
                    url + " has no endpoint for " + options.policy() + " " + options.mode() + "; it has "
                            + endpoints.stream().map(BrowseSession::security).collect(Collectors.joining(", ")));
        }
        return wanted;
    }

    private static String security(EndpointDescription endpoint) {
        return endpoint.getSecurityPolicyUri().replaceFirst(".*#", "") + " " + endpoint.getSecurityMode();
    }

    private static void check(List<X509Certificate> chain, ServerOptions options) throws UaException {
        try {
            String fingerprint = ServerCertificate.fingerprint(chain.get(0).getEncoded());
            if (!fingerprint.equalsIgnoreCase(options.trust().strip())) {
                throw new UaException(
                        StatusCodes.Bad_CertificateUntrusted,
                        "the server's certificate is not trusted: "
                                + chain.get(0).getSubjectX500Principal() + "; if it is the right server: --trust "
                                + fingerprint);
            }
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new UaException(StatusCodes.Bad_CertificateInvalid, e);
        }
    }

    /** The innermost message says what happened; those around it only that something did. */
    private static String words(UaException failure) {
        Throwable innermost = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null) {
                innermost = cause;
            }
        }
        return innermost.getMessage();
    }

    /** How node ids are written. */
    Function<NodeId, String> nodes(boolean uris) {
        NamespaceTable table = client.getNamespaceTable();
        return id -> {
            String uri = table.get(UShort.valueOf(id.getNamespaceIndex().intValue()));
            boolean named = uris && uri != null && id.getNamespaceIndex().intValue() != 0;
            String text = id.toParseableString();
            return named ? "nsu=" + uri + ";" + text.replaceFirst("^ns=\\d+;", "") : text;
        };
    }

    @Override
    public void close() throws IOException {
        try {
            client.disconnect();
        } catch (UaException e) {
            throw new IOException("the session did not close: " + words(e), e);
        }
    }
}
