/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.digitalpetri.modbus.Crc16;
import com.digitalpetri.modbus.server.ModbusRtuServer;
import com.digitalpetri.modbus.server.ProcessImage;
import com.digitalpetri.modbus.server.ReadWriteModbusServices;
import com.digitalpetri.modbus.tcp.server.NettyRtuServerTransport;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.tohu.modbus.internal.peer.Await;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.driver.Driver.ConnectionException;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Serial framing through a converter. */
class RtuOverTcpTest {

    private final FieldThreads threads = new FieldThreads();
    private ModbusDriver driver;

    @AfterEach
    void stop() {
        driver.deactivate();
        threads.close();
    }

    private void drive(int port) {
        Map<String, Object> config = new HashMap<>(
                Map.of("host", "127.0.0.1", "port", port, "framing", "RTU_OVER_TCP", "request.timeout", 200));
        config.put("reconnect.min", 10);
        config.put("requests.in.flight", 8);
        driver = new ModbusDriver(Configs.of(config), Map.of(), threads, Configs.ports());
    }

    @Test
    void valuesAreReadAndWrittenOneRequestAtATime() throws Exception {
        AtomicInteger port = new AtomicInteger();
        ProcessImage image = new ProcessImage();
        ModbusRtuServer server = ModbusRtuServer.create(
                NettyRtuServerTransport.create(c -> c.setBindAddress("127.0.0.1")
                        .setPort(0)
                        .setEventLoopGroup(threads.eventLoop())
                        .setExecutor(threads.workers())
                        .setBootstrapCustomizer(b -> b.handler(new ChannelInboundHandlerAdapter() {
                            @Override
                            public void channelActive(ChannelHandlerContext context) {
                                port.set(((InetSocketAddress) context.channel().localAddress()).getPort());
                            }
                        }))),
                new ReadWriteModbusServices() {
                    @Override
                    protected Optional<ProcessImage> getProcessImage(int unit) {
                        return Optional.of(image);
                    }
                });
        server.start();
        Await.until("the server has its port", () -> port.get() != 0);
        drive(port.get());

        driver.write(List.of(
                Channels.toWrite(TypedValues.newIntegerValue(7), "HOLDING_REGISTER", 3, "UINT16"),
                Channels.toWrite(TypedValues.newIntegerValue(8), "HOLDING_REGISTER", 300, "UINT16")));
        List<ChannelRecord> records = List.of(Channels.holding(3), Channels.holding(300));
        driver.read(records);

        assertThat(records.stream().map(r -> (Object) r.getValue().getValue())).containsExactly(7, 8);
        driver.disconnect();
        server.stop();
    }

    @Test
    void afterALostReplyAFreshConnectionKeepsTheLateOneFromTheNextRequest() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            drive(listener.getLocalPort());
            CompletableFuture<ChannelRecord> first = reading();
            try (Socket socket = listener.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                in.readFully(new byte[8]);
                assertThat(first.get().getChannelStatus().getExceptionMessage()).contains("no reply");

                assertThat(in.read()).as("the old connection is closed").isEqualTo(-1);
            }
            CompletableFuture<ChannelRecord> second = CompletableFuture.supplyAsync(() -> {
                ChannelRecord[] read = new ChannelRecord[1];
                Await.until("connected again", () -> {
                    try {
                        read[0] = reading().get();
                        return true;
                    } catch (Exception e) {
                        return false;
                    }
                });
                return read[0];
            });
            try (Socket socket = listener.accept()) {
                new DataInputStream(socket.getInputStream()).readFully(new byte[8]);
                // Unit 1, function 3, two bytes, 7, CRC.
                socket.getOutputStream().write(new byte[] {1, 3, 2, 0, 7, (byte) 0xF9, (byte) 0x86});
                assertThat(second.get().getValue().getValue()).isEqualTo(7);
            }
        }
    }

    @Test
    void anAddressThatTheDeviceRefusesFailsAloneWithTheDevicesReason() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            drive(listener.getLocalPort());
            CompletableFuture<Void> device = CompletableFuture.runAsync(() -> answerWithoutRegister2(listener));
            List<ChannelRecord> records = List.of(Channels.holding(1), Channels.holding(2), Channels.holding(3));

            driver.read(records);

            assertThat(records.get(1).getChannelStatus().getExceptionMessage())
                    .contains("the device has no such address (exception 2");
            assertThat(records.get(0).getValue().getValue()).isEqualTo(1);
            assertThat(records.get(2).getValue().getValue()).isEqualTo(3);
            driver.disconnect();
            device.get();
        }
    }

    /** Registers hold their address. */
    private static void answerWithoutRegister2(ServerSocket listener) {
        try (Socket socket = listener.accept()) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] request = new byte[8];
            while (in.readNBytes(request, 0, request.length) == request.length) {
                int from = request[3];
                int count = request[5];
                boolean refused = from <= 2 && 2 < from + count;
                ByteBuffer reply =
                        ByteBuffer.allocate(refused ? 5 : 5 + 2 * count).order(ByteOrder.LITTLE_ENDIAN);
                reply.put((byte) 1).put((byte) (refused ? 0x83 : 3)).put((byte) (refused ? 2 : 2 * count));
                for (int address = from; !refused && address < from + count; address++) {
                    reply.put((byte) 0).put((byte) address);
                }
                Crc16 crc = new Crc16();
                crc.update(reply.duplicate().flip());
                socket.getOutputStream()
                        .write(reply.putShort((short) crc.getValue()).array());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CompletableFuture<ChannelRecord> reading() {
        ChannelRecord record = Channels.holding(1);
        return CompletableFuture.supplyAsync(() -> {
            try {
                driver.read(List.of(record));
            } catch (ConnectionException e) {
                throw new IllegalStateException(e);
            }
            return record;
        });
    }
}
