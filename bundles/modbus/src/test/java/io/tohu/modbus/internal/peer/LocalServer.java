/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.peer;

import com.digitalpetri.modbus.MbapHeader;
import com.digitalpetri.modbus.ModbusTcpFrame;
import com.digitalpetri.modbus.server.ModbusRequestContext.ModbusTcpRequestContext;
import com.digitalpetri.modbus.server.ModbusServerConfig;
import com.digitalpetri.modbus.server.ModbusTcpServer;
import com.digitalpetri.modbus.server.ProcessImage;
import com.digitalpetri.modbus.server.ReadWriteModbusServices;
import com.digitalpetri.modbus.tcp.server.NettyTcpServerTransport;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.nio.NioEventLoopGroup;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The library's server on a port of this machine, with addresses and functions that can be taken away. */
public final class LocalServer implements AutoCloseable {

    public final ProcessImage image = new ProcessImage();
    /** What was asked, as {@code unit/function/address/count}. */
    public final List<String> requests = new CopyOnWriteArrayList<>();

    public final Set<Integer> refusedRegisters = ConcurrentHashMap.newKeySet();
    public final Set<Integer> missingFunctions = ConcurrentHashMap.newKeySet();
    public volatile int mostRegisters = 125;

    private final NioEventLoopGroup eventLoop = new NioEventLoopGroup(1);
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private ModbusTcpServer server;
    private volatile int port;

    public LocalServer() {
        start();
    }

    public int port() {
        return port;
    }

    /** On the same port when it had one before. */
    public void start() {
        server = new Server(NettyTcpServerTransport.create(c -> c.setBindAddress("127.0.0.1")
                .setPort(port)
                .setEventLoopGroup(eventLoop)
                .setExecutor(executor)
                .setBootstrapCustomizer(b -> b.handler(new ChannelInboundHandlerAdapter() {
                    @Override
                    public void channelActive(ChannelHandlerContext context) {
                        port = ((InetSocketAddress) context.channel().localAddress()).getPort();
                    }
                }))));
        try {
            server.start();
            Await.until("the server has its port", () -> port != 0);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public void holding(int address, int... registers) {
        image.with(tx -> tx.writeHoldingRegisters(map -> {
            for (int i = 0; i < registers.length; i++) {
                map.put(address + i, new byte[] {(byte) (registers[i] >> 8), (byte) registers[i]});
            }
        }));
    }

    public int holding(int address) {
        byte[] register = image.get(tx -> tx.readHoldingRegisters(map -> map.getOrDefault(address, new byte[2])));
        return (register[0] & 0xFF) << 8 | register[1] & 0xFF;
    }

    public void coil(int address, boolean value) {
        image.with(tx -> tx.writeCoils(map -> map.put(address, value)));
    }

    public boolean coil(int address) {
        return image.get(tx -> tx.readCoils(map -> map.getOrDefault(address, false)));
    }

    @Override
    public void close() {
        stop();
        eventLoop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        executor.shutdown();
    }

    private final class Server extends ModbusTcpServer {

        Server(NettyTcpServerTransport transport) {
            super(ModbusServerConfig.create(c -> {}), transport, new ReadWriteModbusServices() {
                @Override
                protected Optional<ProcessImage> getProcessImage(int unit) {
                    return Optional.of(image);
                }
            });
        }

        @Override
        protected ModbusTcpFrame handleModbusTcpFrame(ModbusTcpFrame frame, ModbusTcpRequestContext context)
                throws Exception {
            ByteBuffer pdu = frame.pdu();
            int function = pdu.get(pdu.position()) & 0xFF;
            int address = pdu.getShort(pdu.position() + 1) & 0xFFFF;
            boolean single = function == 5 || function == 6 || function == 22;
            int count = single ? 1 : pdu.getShort(pdu.position() + 3) & 0xFFFF;
            int unit = frame.header().unitId();
            requests.add(unit + "/" + function + "/" + address + "/" + count);
            int refusal = refusal(function, address, count);
            return refusal == 0
                    ? super.handleModbusTcpFrame(frame, context)
                    : new ModbusTcpFrame(
                            new MbapHeader(frame.header().transactionId(), 0, 3, unit),
                            ByteBuffer.wrap(new byte[] {(byte) (function | 0x80), (byte) refusal}));
        }
    }

    private int refusal(int function, int address, int count) {
        if (missingFunctions.contains(function)) {
            return 1;
        }
        boolean registers = function == 3 || function == 6 || function == 16 || function == 22;
        if (registers && count > mostRegisters) {
            return 3;
        }
        return registers && IntStream.range(address, address + count).anyMatch(refusedRegisters::contains) ? 2 : 0;
    }
}
