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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.client.DiscoveryClient;
import org.eclipse.milo.opcua.stack.core.Stack;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.UaResponseMessageType;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.RequestHeader;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.eclipse.milo.opcua.stack.transport.client.tcp.OpcTcpClientTransportConfig;
import org.eclipse.milo.opcua.stack.transport.client.tcp.OpcTcpClientTransportConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PromptTransportTest {

    private final RequestHeader header = new RequestHeader(
            NodeId.NULL_VALUE, DateTime.now(), Unsigned.uint(0), Unsigned.uint(0), null, Unsigned.uint(5000), null);

    @Test
    void whileTheStackReconnectsAReadWaitsButAWriteFailsAtOnce() throws Exception {
        try (MiloThreads threads = new MiloThreads("prompt", () -> 30_000)) {
            OpcTcpClientTransportConfigBuilder config = OpcTcpClientTransportConfig.newBuilder();
            threads.applyTo(config);
            PromptTransport transport = new PromptTransport(config.build());
            DiscoveryClient client = new DiscoveryClient(nobody(), transport);
            client.connectAsync().handle((connected, failure) -> failure).get(10, TimeUnit.SECONDS);

            CompletableFuture<UaResponseMessageType> read = transport.sendRequestMessage(
                    new ReadRequest(header, 0.0, TimestampsToReturn.Both, new ReadValueId[0]));
            CompletableFuture<UaResponseMessageType> write =
                    transport.sendRequestMessage(new WriteRequest(header, new WriteValue[0]));

            assertThat(read).isNotDone();
            assertThat(write).isCompletedExceptionally();
            client.disconnectAsync().get(10, TimeUnit.SECONDS);
        }
    }

    private static EndpointDescription nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new EndpointDescription(
                    "opc.tcp://127.0.0.1:" + socket.getLocalPort(),
                    null,
                    null,
                    MessageSecurityMode.None,
                    SecurityPolicy.None.getUri(),
                    null,
                    Stack.TCP_UASC_UABINARY_TRANSPORT_URI,
                    Unsigned.ubyte(0));
        }
    }
}
