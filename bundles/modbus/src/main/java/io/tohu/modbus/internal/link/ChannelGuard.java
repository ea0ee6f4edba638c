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

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.CorruptedFrameException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Stands first in a channel's pipeline: notices the end of the connection and its reason, and lets only whole frames
 * with a possible header pass. A header that cannot be right means that the byte stream is out of step, where waiting
 * for the announced length would swallow the replies that follow: the connection ends.
 */
final class ChannelGuard extends ByteToMessageDecoder {

    /** Transaction id, protocol id and length. */
    private static final int HEADER = 6;

    /** Unit, function code and one byte more. */
    private static final int SHORTEST = 3;

    /** The protocol's largest frame of 260 bytes, less the header. */
    private static final int LONGEST = 254;

    private final boolean mbap;
    private final CompletableFuture<String> closed;

    /** @param mbap whether frames have the header of Modbus TCP; otherwise bytes pass as they come */
    ChannelGuard(boolean mbap, CompletableFuture<String> closed) {
        this.mbap = mbap;
        this.closed = closed;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (!mbap) {
            out.add(in.readRetainedSlice(in.readableBytes()));
            return;
        }
        if (in.readableBytes() < HEADER) {
            return;
        }
        int protocol = in.getUnsignedShort(in.readerIndex() + 2);
        int length = in.getUnsignedShort(in.readerIndex() + 4);
        if (protocol != 0 || length < SHORTEST || length > LONGEST) {
            throw new CorruptedFrameException("what came is no Modbus TCP frame (protocol " + protocol + ", length "
                    + length + "): is this a Modbus TCP port?");
        }
        if (in.readableBytes() >= HEADER + length) {
            out.add(in.readRetainedSlice(HEADER + length));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        closed.complete(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
        context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        closed.complete("the device closed it");
        super.channelInactive(context);
    }
}
