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

import com.digitalpetri.modbus.ExceptionCode;
import com.digitalpetri.modbus.exceptions.ModbusResponseException;
import io.tohu.plant.serve.Frame;
import io.tohu.plant.serve.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Which register holds what. All numbers are big-endian, the high word first.
 *
 * <table>
 * <caption>Unit 1 of the pump</caption>
 * <tr><th>table</th><th>address</th><th>content</th></tr>
 * <tr><td>input registers</td><td>0–15</td><td>float32, two registers each: speed rpm, flow m3/h, suctionPressure bar,
 * dischargePressure bar, motorCurrent A, bearingTemperature °C, vibrationX mm/s, vibrationY mm/s</td></tr>
 * <tr><td></td><td>100–107</td><td>the same eight as signed 16 bit: speed × 1, flow × 100, pressures × 1000, current ×
 * 100, temperature × 10, vibrations × 1000</td></tr>
 * <tr><td></td><td>200–219</td><td>mixed types and orders, see {@link Nameplate}</td></tr>
 * <tr><td>holding registers</td><td>0–1, 2–3</td><td>float32: speed set-point rpm, valve set-point %</td></tr>
 * <tr><td>coils</td><td>0</td><td>alarm lamp</td></tr>
 * <tr><td>discrete inputs</td><td>0</td><td>pump runs, replay goes on</td></tr>
 * </table>
 *
 * <p>Of a replay, input registers hold one float32 a sensor column in the file's order from 0 on (NaN where there is no
 * value), and right behind the last column the row's index as signed 32 bit, so that one request reads a row with its
 * number; the index stands at 1000–1001 too. There are no holding registers.
 */
final class RegisterMap {

    private static final int SCALED_FROM = 100;
    private static final int ROW_AT = 1000;

    private enum Form {
        FLOAT32,
        INT32,
        SCALED16
    }

    private record Slot(int tag, Form form, int shift) {}

    private final List<Tag> tags;
    private final Nameplate nameplate;
    private final Map<Integer, Slot> inputs = new HashMap<>();
    private final Map<Integer, Slot> holdings = new HashMap<>();
    private final List<Integer> setpoints = new ArrayList<>();
    private int lamp;

    RegisterMap(List<Tag> tags) {
        this.tags = tags;
        this.nameplate = new Nameplate(tags);
        int next = 0;
        int scaled = SCALED_FROM;
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            switch (tag.kind()) {
                case DOUBLE -> {
                    if (tag.writable()) {
                        wide(holdings, 2 * setpoints.size(), i, Form.FLOAT32);
                        setpoints.add(i);
                    } else {
                        next = wide(inputs, next, i, Form.FLOAT32);
                        if (tag.scale() != 0) {
                            inputs.put(scaled++, new Slot(i, Form.SCALED16, 0));
                        }
                    }
                }
                case INT -> {
                    wide(inputs, next, i, Form.INT32);
                    if (next < ROW_AT - 1) {
                        wide(inputs, ROW_AT, i, Form.INT32);
                    }
                }
                case FLAG -> lamp = i;
                case FLOATS -> {
                    // A waveform would take more registers than one request can read: it is served over OPC UA only.
                }
            }
        }
    }

    private static int wide(Map<Integer, Slot> table, int address, int tag, Form form) {
        table.put(address, new Slot(tag, form, 16));
        table.put(address + 1, new Slot(tag, form, 0));
        return address + 2;
    }

    /** Tag of the alarm lamp. */
    int lamp() {
        return lamp;
    }

    byte[] inputs(Frame frame, int function, int address, int quantity) throws ModbusResponseException {
        return read(inputs, frame, function, address, quantity);
    }

    byte[] holdings(Frame frame, int function, int address, int quantity) throws ModbusResponseException {
        return read(holdings, frame, function, address, quantity);
    }

    private byte[] read(Map<Integer, Slot> table, Frame frame, int function, int address, int quantity)
            throws ModbusResponseException {
        if (quantity < 1 || quantity > 125) {
            throw new ModbusResponseException(function, ExceptionCode.ILLEGAL_DATA_VALUE.getCode());
        }
        byte[] registers = new byte[2 * quantity];
        for (int i = 0; i < quantity; i++) {
            int word = word(table, frame, address + i)
                    .orElseThrow(
                            () -> new ModbusResponseException(function, ExceptionCode.ILLEGAL_DATA_ADDRESS.getCode()));
            registers[2 * i] = (byte) (word >> 8);
            registers[2 * i + 1] = (byte) word;
        }
        return registers;
    }

    private OptionalInt word(Map<Integer, Slot> table, Frame frame, int address) {
        Slot slot = table.get(address);
        if (slot != null) {
            return OptionalInt.of(word(frame, slot));
        }
        return table == inputs ? nameplate.word(frame, address) : OptionalInt.empty();
    }

    private int word(Frame frame, Slot slot) {
        double value = frame.number(slot.tag());
        int bits =
                switch (slot.form()) {
                    case FLOAT32 -> Float.floatToIntBits((float) value);
                    case INT32 -> (int) value;
                    case SCALED16 -> (int) Math.max(
                            Short.MIN_VALUE,
                            Math.min(
                                    Short.MAX_VALUE,
                                    Math.rint(value * tags.get(slot.tag()).scale())));
                };
        return bits >> slot.shift() & 0xFFFF;
    }

    /** A set-point that a write touches and the value that it would have after it. */
    record Write(int tag, double value) {}

    /** What a write of whole or half float32 registers makes of the set-points. */
    List<Write> writes(Frame frame, int function, int address, byte[] registers) throws ModbusResponseException {
        int quantity = registers.length / 2;
        read(holdings, frame, function, address, quantity);
        byte[] image = read(holdings, frame, function, 0, 2 * setpoints.size());
        System.arraycopy(registers, 0, image, 2 * address, registers.length);
        List<Write> writes = new ArrayList<>();
        for (int i = address / 2; i <= (address + quantity - 1) / 2; i++) {
            float value = java.nio.ByteBuffer.wrap(image).getFloat(4 * i);
            writes.add(new Write(setpoints.get(i), value));
        }
        return writes;
    }
}
