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

import io.netty.channel.Channel;
import java.util.concurrent.CompletableFuture;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.UaRequestMessageType;
import org.eclipse.milo.opcua.stack.core.types.UaResponseMessageType;
import org.eclipse.milo.opcua.stack.core.types.structured.CreateSessionRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteRequest;
import org.eclipse.milo.opcua.stack.transport.client.tcp.OpcTcpClientTransport;
import org.eclipse.milo.opcua.stack.transport.client.tcp.OpcTcpClientTransportConfig;

/**
 * Sends writes now or never. The stack keeps requests while it reconnects; a set-point that its sender has long been
 * told of as failed would then still move a machine.
 */
final class PromptTransport extends OpcTcpClientTransport {

    PromptTransport(OpcTcpClientTransportConfig config) {
        super(config);
    }

    @Override
    public CompletableFuture<UaResponseMessageType> sendRequestMessage(UaRequestMessageType request) {
        if (request instanceof CreateSessionRequest) {
            return super.sendRequestMessage(request).thenApply(SignatureNames::known);
        }
        if (!(request instanceof WriteRequest)) {
            return super.sendRequestMessage(request);
        }
        CompletableFuture<Channel> channel = getChannel();
        Channel open = channel.isDone() && !channel.isCompletedExceptionally() ? channel.join() : null;
        return open != null && open.isActive()
                ? sendRequestMessage(request, open)
                : CompletableFuture.failedFuture(new UaException(StatusCodes.Bad_NotConnected));
    }
}
