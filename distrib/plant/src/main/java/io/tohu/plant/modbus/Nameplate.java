/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.modbus;

import io.tohu.plant.serve.Frame;
import io.tohu.plant.serve.Tag;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

/**
 * A block of input registers as devices of several makers have them, from {@value #FROM} on:
 *
 * <table>
 * <caption>Mixed types and orders</caption>
 * <tr><th>address</th><th>content</th></tr>
 * <tr><td>200–201</td><td>uint32, low word first: serial number {@value #SERIAL}</td></tr>
 * <tr><td>202–203</td><td>float32, low word first: flow, m3/h</td></tr>
 * <tr><td>204</td><td>int16: flow above 100 m3/h, in hundredths, which is negative</td></tr>
 * <tr><td>205</td><td>bits: 0 the pump turns, 1 the alarm lamp is lit, 15 always set</td></tr>
 * <tr><td>206–213</td><td>string: {@value #NAME}</td></tr>
 * <tr><td>214–217</td><td>float64, high word first: speed, rpm</td></tr>
 * <tr><td>218–219</td><td>float32, bytes swapped in each word: discharge pressure, bar</td></tr>
 * </table>
 */
final class Nameplate {

    static final int FROM = 200;
    static final long SERIAL = 3_210_987_654L;
    static final String NAME = "TOHU PUMP SKID 1";

    private static final int WORDS = 20;
    private static final double FLOW_REFERENCE = 100;
    private static final int ALWAYS = 1 << 15;

    private final int flow;
    private final int speed;
    private final int pressure;
    private final int lamp;

    Nameplate(List<Tag> tags) {
        List<String> names = tags.stream().map(Tag::name).toList();
        flow = names.indexOf("flow");
        speed = names.indexOf("speed");
        pressure = names.indexOf("dischargePressure");
        lamp = names.indexOf("alarm");
    }

    /** Whether the machine has what the block shows; a replay has its file's columns and no nameplate. */
    boolean exists() {
        return flow >= 0 && speed >= 0 && pressure >= 0;
    }

    /** The register at an address, empty outside the block. */
    OptionalInt word(Frame frame, int address) {
        if (!exists() || address < FROM || address >= FROM + WORDS) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(block(frame).getShort(2 * (address - FROM)) & 0xFFFF);
    }

    private ByteBuffer block(Frame frame) {
        ByteBuffer block = ByteBuffer.allocate(2 * WORDS);
        lowWordFirst(block, (int) SERIAL);
        lowWordFirst(block, Float.floatToIntBits((float) frame.number(flow)));
        block.putShort((short) Math.rint((frame.number(flow) - FLOW_REFERENCE) * 100));
        block.putShort((short) status(frame));
        block.put(NAME.getBytes(StandardCharsets.US_ASCII));
        block.putDouble(frame.number(speed));
        int swapped = Float.floatToIntBits((float) frame.number(pressure));
        block.putShort(Short.reverseBytes((short) (swapped >> 16)));
        block.putShort(Short.reverseBytes((short) swapped));
        return block.order(ByteOrder.BIG_ENDIAN);
    }

    private static void lowWordFirst(ByteBuffer block, int bits) {
        block.putShort((short) bits).putShort((short) (bits >> 16));
    }

    private int status(Frame frame) {
        boolean lit = Boolean.TRUE.equals(frame.cell(lamp).value());
        return ALWAYS | (frame.number(speed) > 0 ? 1 : 0) | (lit ? 2 : 0);
    }
}
