/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.kura.type.DataType;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.XmlElement;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every built-in type against every Kura type. A row has one value and what each of BOOLEAN, INTEGER, LONG, FLOAT,
 * DOUBLE, STRING and BYTE_ARRAY makes of it; {@link #NO} where the types have nothing in common and {@link #RANGE} where
 * this value does not fit.
 */
class ConversionTableTest {

    private static final String NO = "cannot take|no byte form|no text form";
    private static final String RANGE = "out of the range|not a whole number";
    private static final DataType[] COLUMNS = {
        DataType.BOOLEAN,
        DataType.INTEGER,
        DataType.LONG,
        DataType.FLOAT,
        DataType.DOUBLE,
        DataType.STRING,
        DataType.BYTE_ARRAY
    };

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.250Z");
    private static final long MILLIS = NOON.toEpochMilli();
    private static final UUID GUID = UUID.fromString("72962b91-fa75-4ae6-8d28-b404dc7daf63");

    static List<Arguments> rows() {
        return List.of(
                row(true, true, 1, 1L, 1f, 1.0, "true", bytes(1)),
                row((byte) -128, RANGE, -128, -128L, -128f, -128.0, "-128", bytes(0x80)),
                row(Unsigned.ubyte(255), RANGE, 255, 255L, 255f, 255.0, "255", bytes(0xFF)),
                row((short) -32768, RANGE, -32768, -32768L, -32768f, -32768.0, "-32768", bytes(0, 0x80)),
                row(Unsigned.ushort(65535), RANGE, 65535, 65535L, 65535f, 65535.0, "65535", bytes(0xFF, 0xFF)),
                row(1, true, 1, 1L, 1f, 1.0, "1", bytes(1, 0, 0, 0)),
                row(
                        Integer.MIN_VALUE,
                        RANGE,
                        Integer.MIN_VALUE,
                        -2147483648L,
                        -0x1p31f,
                        -0x1p31,
                        "-2147483648",
                        bytes(0, 0, 0, 0x80)),
                row(
                        Unsigned.uint(4294967295L),
                        RANGE,
                        RANGE,
                        4294967295L,
                        0x1p32f,
                        4294967295.0,
                        "4294967295",
                        bytes(0xFF, 0xFF, 0xFF, 0xFF)),
                row(
                        Long.MAX_VALUE,
                        RANGE,
                        RANGE,
                        Long.MAX_VALUE,
                        0x1p63f,
                        0x1p63,
                        "9223372036854775807",
                        bytes(0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F)),
                row(
                        Unsigned.ulong(-1),
                        RANGE,
                        RANGE,
                        RANGE,
                        0x1p64f,
                        0x1p64,
                        "18446744073709551615",
                        bytes(0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF)),
                row(-2.5f, RANGE, RANGE, RANGE, -2.5f, -2.5, "-2.5", bytes(0, 0, 0x20, 0xC0)),
                row(16.0f, RANGE, 16, 16L, 16f, 16.0, "16.0", bytes(0, 0, 0x80, 0x41)),
                row(Float.NaN, RANGE, RANGE, RANGE, Float.NaN, Double.NaN, "NaN", bytes(0, 0, 0xC0, 0x7F)),
                row(1e300, RANGE, RANGE, RANGE, RANGE, 1e300, "1.0E300", eight(Double.doubleToRawLongBits(1e300))),
                row(
                        -0x1p63,
                        RANGE,
                        RANGE,
                        Long.MIN_VALUE,
                        -0x1p63f,
                        -0x1p63,
                        "-9.223372036854776E18",
                        bytes(0, 0, 0, 0, 0, 0, 0xE0, 0xC3)),
                row("true", true, NO, NO, NO, NO, "true", bytes('t', 'r', 'u', 'e')),
                row("12", NO, NO, NO, NO, NO, "12", bytes('1', '2')),
                row(
                        new DateTime(NOON),
                        NO,
                        RANGE,
                        MILLIS,
                        NO,
                        (double) MILLIS,
                        "2026-01-31T12:00:00.250Z",
                        eight(MILLIS)),
                row(GUID, NO, NO, NO, NO, NO, GUID.toString(), NO),
                row(ByteString.of(bytes(1, 2)), NO, NO, NO, NO, NO, "AQI=", bytes(1, 2)),
                row(XmlElement.of("<a/>"), NO, NO, NO, NO, NO, "<a/>", bytes('<', 'a', '/', '>')),
                row(new NodeId(2, "pump"), NO, NO, NO, NO, NO, "ns=2;s=pump", NO),
                row(new NodeId(2, 7).expanded(), NO, NO, NO, NO, NO, "ns=2;i=7", NO),
                row(StatusCode.GOOD, NO, 0, 0L, NO, 0.0, "Good", NO),
                row(StatusCode.of(0x80340000L), NO, RANGE, 0x80340000L, NO, 2150891520.0, "Bad_NodeIdUnknown", NO),
                row(new QualifiedName(2, "pump"), NO, NO, NO, NO, NO, "2:pump", NO),
                row(LocalizedText.english("pump"), NO, NO, NO, NO, NO, "pump", bytes('p', 'u', 'm', 'p')),
                row(
                        ExtensionObject.of(ByteString.of(bytes(7, 8)), new NodeId(2, 5001)),
                        NO,
                        NO,
                        NO,
                        NO,
                        NO,
                        NO,
                        bytes(7, 8)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aValueBecomesWhatTheTableSaysOrIsRefusedWithTheReason(Object value, List<Object> expected) throws Exception {
        for (int column = 0; column < COLUMNS.length; column++) {
            DataType type = COLUMNS[column];
            Object wanted = expected.get(column);
            Variant variant = new Variant(value);
            if (wanted == NO || wanted == RANGE) {
                assertThatThrownBy(() -> ValueReader.read(variant, type))
                        .as("%s as %s", value, type)
                        .isInstanceOf(ConversionException.class)
                        .hasMessageMatching(".*(" + wanted + ").*");
            } else {
                assertThat(ValueReader.read(variant, type).getValue())
                        .as("%s as %s", value, type)
                        .isEqualTo(wanted);
            }
        }
    }

    @Test
    void theTableHasARowForEveryTypeThatAVariantCanHold() {
        Set<OpcUaDataType> missing = EnumSet.allOf(OpcUaDataType.class);
        rows().stream()
                .map(row -> row.get()[0])
                .forEach(value -> missing.remove(
                        value instanceof ExtensionObject
                                ? OpcUaDataType.ExtensionObject
                                : OpcUaDataType.fromBackingClass(value.getClass())));
        // Containers of other values; a node's value is never one by itself.
        assertThat(missing)
                .containsExactlyInAnyOrder(
                        OpcUaDataType.Variant, OpcUaDataType.DataValue, OpcUaDataType.DiagnosticInfo);
    }

    private static Arguments row(Object value, Object... expected) {
        return Arguments.of(value, new ArrayList<>(List.of(expected)));
    }

    private static byte[] eight(long value) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
