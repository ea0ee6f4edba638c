/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.link;

import io.tohu.opcua.internal.security.Security;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.milo.opcua.sdk.client.DiscoveryClient;
import org.eclipse.milo.opcua.stack.core.Stack;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.UserTokenType;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.GetEndpointsResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;
import org.eclipse.milo.opcua.stack.transport.client.tcp.OpcTcpClientTransport;
import org.eclipse.milo.opcua.stack.transport.client.tcp.OpcTcpClientTransportConfig;
import org.eclipse.milo.opcua.stack.transport.client.tcp.OpcTcpClientTransportConfigBuilder;

/** Asks a server for its endpoints and picks the one that fits the settings. */
final class EndpointFinder {

    private EndpointFinder() {}

    /** A client that can only ask for endpoints; the caller disconnects it. */
    static DiscoveryClient client(String url, Consumer<OpcTcpClientTransportConfigBuilder> transportSettings) {
        EndpointDescription plain = new EndpointDescription(
                url,
                null,
                null,
                MessageSecurityMode.None,
                SecurityPolicy.None.getUri(),
                null,
                Stack.TCP_UASC_UABINARY_TRANSPORT_URI,
                Unsigned.ubyte(0));
        OpcTcpClientTransportConfigBuilder builder = OpcTcpClientTransportConfig.newBuilder();
        transportSettings.accept(builder);
        return new DiscoveryClient(plain, new OpcTcpClientTransport(builder.build()));
    }

    /** The server's endpoints for OPC UA TCP. */
    static CompletableFuture<List<EndpointDescription>> discover(DiscoveryClient client, String url) {
        String[] profiles = {Stack.TCP_UASC_UABINARY_TRANSPORT_URI};
        return client.connectAsync()
                .thenCompose(connected -> connected.getEndpoints(url, new String[0], profiles))
                .thenApply(EndpointFinder::listed);
    }

    /**
     * Picks the endpoint with the wanted policy, mode and way to log in, the most secure one when there are several.
     *
     * @throws LinkException when none fits; says what the server offers
     */
    static EndpointDescription choose(List<EndpointDescription> offered, LinkSettings settings) throws LinkException {
        Security wanted = settings.security();
        List<EndpointDescription> secured = offered.stream()
                .filter(e -> wanted.policy().getUri().equals(e.getSecurityPolicyUri())
                        && wanted.mode() == e.getSecurityMode())
                .toList();
        if (secured.isEmpty()) {
            throw new LinkException("the server does not offer security " + wanted + "; it offers "
                    + offered.stream()
                            .map(EndpointFinder::securityOf)
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
        UserTokenType token = settings.credentials().type();
        EndpointDescription chosen = secured.stream()
                .filter(e -> e.getUserIdentityTokens() != null
                        && Arrays.stream(e.getUserIdentityTokens())
                                .anyMatch(t -> t.getTokenType() == token && keepsPasswordSecret(t, wanted)))
                .max(Comparator.comparing(e -> e.getSecurityLevel().intValue()))
                .orElseThrow(() -> new LinkException(notTaken(token)));
        String url = settings.endpointUrl();
        return settings.keepHost()
                ? EndpointUtil.updateUrl(chosen, EndpointUtil.getHost(url), EndpointUtil.getPort(url))
                : chosen;
    }

    private static String notTaken(UserTokenType token) {
        return switch (token) {
            case UserName -> "the server does not take user names on this endpoint: leave the user name empty";
            case Certificate -> "the server does not take user certificates on this endpoint: leave the alias of the"
                    + " user certificate empty";
            default -> "the server does not let anonymous users in: set user name and password";
        };
    }

    /** Signed messages can be read: then the password has to be encrypted by itself. */
    private static boolean keepsPasswordSecret(UserTokenPolicy token, Security wanted) {
        return token.getTokenType() != UserTokenType.UserName
                || wanted.mode() != MessageSecurityMode.Sign
                || !SecurityPolicy.None.getUri().equals(token.getSecurityPolicyUri());
    }

    private static List<EndpointDescription> listed(GetEndpointsResponse answer) {
        EndpointDescription[] endpoints = answer.getEndpoints();
        return endpoints == null
                ? List.of()
                : Arrays.stream(endpoints)
                        .filter(e -> Stack.TCP_UASC_UABINARY_TRANSPORT_URI.equals(e.getTransportProfileUri()))
                        .toList();
    }

    private static String securityOf(EndpointDescription endpoint) {
        return SecurityPolicy.fromUriSafe(endpoint.getSecurityPolicyUri())
                .map(policy -> Security.name(policy, endpoint.getSecurityMode()))
                .orElse(endpoint.getSecurityPolicyUri());
    }
}
