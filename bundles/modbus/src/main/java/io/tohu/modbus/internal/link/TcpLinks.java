/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.link;

import com.digitalpetri.modbus.client.ModbusClient;
import com.digitalpetri.modbus.client.ModbusClientConfig;
import com.digitalpetri.modbus.client.ModbusTcpClient;
import com.digitalpetri.modbus.tcp.client.NettyClientTransportConfig;
import com.digitalpetri.modbus.tcp.client.NettyRtuClientTransport;
import com.digitalpetri.modbus.tcp.client.NettyTcpClientTransport;
import io.netty.channel.EventLoop;
import io.tohu.modbus.internal.FieldThreads;
import io.tohu.modbus.internal.link.Endpoint.Framing;
import java.util.concurrent.CompletableFuture;

/** Links over TCP connections, with either framing. */
public final class TcpLinks implements LinkFactory {

    private final Endpoint endpoint;
    private final FieldThreads threads;

    public TcpLinks(Endpoint endpoint, FieldThreads threads) {
        this.endpoint = endpoint;
        this.threads = threads;
    }

    @Override
    public String peer() {
        return endpoint.toString();
    }

    @Override
    public LostReply lostReply() {
        return endpoint.framing() == Framing.TCP ? LostReply.TOLD_APART : LostReply.FRESH_LINK;
    }

    @Override
    public CompletableFuture<Link> open() {
        CompletableFuture<String> closed = new CompletableFuture<>();
        ModbusClient client = client(closed);
        return client.getTransport().connect().toCompletableFuture().thenApply(v -> new ClientLink(client, closed));
    }

    private ModbusClient client(CompletableFuture<String> closed) {
        boolean mbap = endpoint.framing() == Framing.TCP;
        EventLoop loop = threads.eventLoop().next();
        NettyClientTransportConfig transport = NettyClientTransportConfig.create(t -> t.setHostname(endpoint.host())
                .setPort(endpoint.port())
                .setConnectTimeout(endpoint.connectTimeout())
                // Reconnecting is ours: the library's starts at a second, grows to 16 s, and has no jitter.
                .setConnectPersistent(false)
                .setEventLoopGroup(loop)
                // The thread of the socket: a reply is taken apart faster than it is handed over.
                .setExecutor(loop)
                .setPipelineCustomizer(p -> p.addFirst(new ChannelGuard(mbap, closed))));
        ModbusClientConfig client = ModbusClientConfig.create(c -> c.setRequestTimeout(endpoint.requestTimeout())
                .setTimeoutScheduler(threads.timeouts())
                .setResponseSerializer(StrictReplies.INSTANCE));
        return mbap
                ? new ModbusTcpClient(client, new UnitCheck(new NettyTcpClientTransport(transport)))
                : new RtuClient(client, new NettyRtuClientTransport(transport));
    }
}
