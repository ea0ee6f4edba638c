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

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.kura.type.DataType;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Matrix;
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

class ValueReaderTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.250Z");
    private static final UUID GUID = UUID.fromString("72962b91-fa75-4ae6-8d28-b404dc7daf63");

    static Stream<Arguments> fitting() {
        return Stream.of(
                Arguments.of(true, DataType.BOOLEAN, true),
                Arguments.of(1, DataType.BOOLEAN, true),
                Arguments.of("false", DataType.BOOLEAN, false),
                Arguments.of((byte) -5, DataType.INTEGER, -5),
                Arguments.of(Unsigned.ubyte(250), DataType.INTEGER, 250),
                Arguments.of((short) -300, DataType.INTEGER, -300),
                Arguments.of(Unsigned.ushort(65000), DataType.INTEGER, 65000),
                Arguments.of(Unsigned.uint(4000000000L), DataType.LONG, 4000000000L),
                Arguments.of(Long.MIN_VALUE, DataType.LONG, Long.MIN_VALUE),
                Arguments.of(Unsigned.ulong(7), DataType.LONG, 7L),
                Arguments.of(12.0, DataType.INTEGER, 12),
                Arguments.of(true, DataType.INTEGER, 1),
                Arguments.of(1.5f, DataType.DOUBLE, 1.5),
                Arguments.of(1.5, DataType.FLOAT, 1.5f),
                Arguments.of(0.1, DataType.FLOAT, 0.1f),
                Arguments.of(3, DataType.DOUBLE, 3.0),
                Arguments.of(Unsigned.ulong(new BigInteger("18446744073709551615")), DataType.DOUBLE, 0x1p64),
                Arguments.of(Double.POSITIVE_INFINITY, DataType.FLOAT, Float.POSITIVE_INFINITY),
                Arguments.of(new DateTime(NOON), DataType.LONG, NOON.toEpochMilli()),
                Arguments.of(StatusCode.of(0x80340000L), DataType.LONG, 0x80340000L),
                Arguments.of("text", DataType.STRING, "text"),
                Arguments.of(1.5, DataType.STRING, "1.5"),
                Arguments.of(Unsigned.uint(4000000000L), DataType.STRING, "4000000000"),
                Arguments.of(new DateTime(NOON), DataType.STRING, "2026-01-31T12:00:00.250Z"),
                Arguments.of(LocalizedText.english("pump"), DataType.STRING, "pump"),
                Arguments.of(new QualifiedName(2, "pump"), DataType.STRING, "2:pump"),
                Arguments.of(new NodeId(2, "pump"), DataType.STRING, "ns=2;s=pump"),
                Arguments.of(new NodeId(2, "pump").expanded(), DataType.STRING, "ns=2;s=pump"),
                Arguments.of(GUID, DataType.STRING, GUID.toString()),
                Arguments.of(XmlElement.of("<a/>"), DataType.STRING, "<a/>"),
                Arguments.of(StatusCode.of(0x80340000L), DataType.STRING, "Bad_NodeIdUnknown"),
                Arguments.of(ByteString.of(new byte[] {1, 2}), DataType.STRING, "AQI="),
                Arguments.of(new Integer[] {1, 2}, DataType.STRING, "[1, 2]"),
                Arguments.of(ByteString.of(new byte[] {1, 2}), DataType.BYTE_ARRAY, new byte[] {1, 2}),
                Arguments.of("aä", DataType.BYTE_ARRAY, "aä".getBytes(StandardCharsets.UTF_8)),
                Arguments.of((short) 258, DataType.BYTE_ARRAY, new byte[] {2, 1}),
                Arguments.of(new Boolean[] {true, false}, DataType.BYTE_ARRAY, new byte[] {1, 0}),
                Arguments.of(new Byte[] {-1, 2}, DataType.BYTE_ARRAY, new byte[] {-1, 2}),
                Arguments.of(new Short[] {258}, DataType.BYTE_ARRAY, new byte[] {2, 1}),
                Arguments.of(new Integer[] {1, -1}, DataType.BYTE_ARRAY, new byte[] {1, 0, 0, 0, -1, -1, -1, -1}),
                Arguments.of(new Float[] {1.5f, -2f}, DataType.BYTE_ARRAY, floats(1.5f, -2f)),
                Arguments.of(new Double[] {1.5}, DataType.BYTE_ARRAY, doubles(1.5)),
                Arguments.of(Matrix.ofFloat(new float[][] {{1, 2}, {3, 4}}), DataType.BYTE_ARRAY, floats(1, 2, 3, 4)));
    }

    @ParameterizedTest
    @MethodSource("fitting")
    void aValueThatFitsKeepsItsMeaning(Object value, DataType type, Object expected) throws Exception {
        assertThat(ValueReader.read(new Variant(value), type).getValue()).isEqualTo(expected);
        assertThat(ValueReader.read(new Variant(value), type).getType()).isEqualTo(type);
    }

    static Stream<Arguments> unfitting() {
        return Stream.of(
                Arguments.of(null, DataType.DOUBLE, "no value"),
                Arguments.of(2, DataType.BOOLEAN, "2 is out of the range of BOOLEAN"),
                Arguments.of(4000000000L, DataType.INTEGER, "4000000000 is out of the range of INTEGER"),
                Arguments.of(Unsigned.ulong(-1), DataType.LONG, "18446744073709551615 is out of the range of LONG"),
                Arguments.of(0x1p63, DataType.LONG, "out of the range of LONG"),
                Arguments.of(3.7, DataType.INTEGER, "3.7 is not a whole number"),
                Arguments.of(Double.NaN, DataType.LONG, "NaN is not a whole number"),
                Arguments.of(1e300, DataType.FLOAT, "out of the range of FLOAT"),
                Arguments.of("12", DataType.DOUBLE, "String, which a channel of type DOUBLE cannot take"),
                Arguments.of(new Float[] {1f}, DataType.DOUBLE, "Float array"),
                Arguments.of(new String[] {"a"}, DataType.BYTE_ARRAY, "String has no byte form"),
                Arguments.of(
                        ExtensionObject.of(ByteString.of(new byte[0]), NodeId.NULL_VALUE),
                        DataType.STRING,
                        "no text form"));
    }

    @ParameterizedTest
    @MethodSource("unfitting")
    void aValueThatDoesNotFitSaysWhyInsteadOfChangingIt(Object value, DataType type, String reason) {
        assertThatThrownBy(() -> ValueReader.read(new Variant(value), type))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aFailedConversionCostsNoStackTrace() {
        assertThatThrownBy(() -> ValueReader.read(Variant.NULL_VALUE, DataType.LONG))
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    }

    private static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static byte[] doubles(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return bytes.array();
    }
}
