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
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ValueWriterTest {

    static Stream<Arguments> fitting() {
        Instant noon = Instant.parse("2026-01-31T12:00:00Z");
        return Stream.of(
                Arguments.of(true, OpcUaDataType.Boolean, true),
                Arguments.of(0, OpcUaDataType.Boolean, false),
                Arguments.of(-5, OpcUaDataType.SByte, (byte) -5),
                Arguments.of(255, OpcUaDataType.Byte, Unsigned.ubyte(255)),
                Arguments.of(-300L, OpcUaDataType.Int16, (short) -300),
                Arguments.of(65535, OpcUaDataType.UInt16, Unsigned.ushort(65535)),
                Arguments.of(12.0, OpcUaDataType.Int32, 12),
                Arguments.of(4000000000L, OpcUaDataType.UInt32, Unsigned.uint(4000000000L)),
                Arguments.of(1, OpcUaDataType.Int64, 1L),
                Arguments.of(5L, OpcUaDataType.UInt64, Unsigned.ulong(5)),
                Arguments.of(
                        "18446744073709551615",
                        OpcUaDataType.UInt64,
                        Unsigned.ulong(new BigInteger("18446744073709551615"))),
                Arguments.of(0.1, OpcUaDataType.Float, 0.1f),
                Arguments.of(1.5f, OpcUaDataType.Double, 1.5),
                Arguments.of("2.5", OpcUaDataType.Double, 2.5),
                Arguments.of(7, OpcUaDataType.String, "7"),
                Arguments.of("pump", OpcUaDataType.LocalizedText, new LocalizedText("pump")),
                Arguments.of("ns=2;s=a", OpcUaDataType.NodeId, new NodeId(2, "a")),
                Arguments.of(
                        "72962b91-fa75-4ae6-8d28-b404dc7daf63",
                        OpcUaDataType.Guid,
                        UUID.fromString("72962b91-fa75-4ae6-8d28-b404dc7daf63")),
                Arguments.of("2026-01-31T12:00:00Z", OpcUaDataType.DateTime, new DateTime(noon)),
                Arguments.of(noon.toEpochMilli(), OpcUaDataType.DateTime, new DateTime(noon)),
                Arguments.of(new byte[] {1, 2}, OpcUaDataType.ByteString, ByteString.of(new byte[] {1, 2})),
                Arguments.of(1.5, OpcUaDataType.Variant, 1.5));
    }

    @ParameterizedTest
    @MethodSource("fitting")
    void aValueIsWrittenAsTheNodesOwnType(Object value, OpcUaDataType type, Object expected) throws Exception {
        assertThat(ValueWriter.write(TypedValues.newTypedValue(value), type, false, false)
                        .value())
                .isEqualTo(expected);
    }

    static Stream<Arguments> unfitting() {
        return Stream.of(
                Arguments.of(256, OpcUaDataType.Byte, "256 is out of the range of Byte"),
                Arguments.of(-1, OpcUaDataType.UInt64, "-1 is out of the range of UInt64"),
                Arguments.of(1.5, OpcUaDataType.Int32, "1.5 is not a whole number"),
                Arguments.of("many", OpcUaDataType.Double, "'many' is not a number"),
                Arguments.of("yesterday", OpcUaDataType.DateTime, "not a time like"),
                Arguments.of("x", OpcUaDataType.NodeId, "'x' is not a NodeId"),
                Arguments.of(1.5, OpcUaDataType.ByteString, "wants a ByteString"),
                Arguments.of(new byte[3], OpcUaDataType.Double, "wants a Double, which BYTE_ARRAY cannot give"),
                Arguments.of("x", OpcUaDataType.ExtensionObject, "cannot be written by a channel"));
    }

    @ParameterizedTest
    @MethodSource("unfitting")
    void aValueThatTheNodeCannotHoldSaysWhyInsteadOfBeingChanged(Object value, OpcUaDataType type, String reason) {
        assertThatThrownBy(() -> ValueWriter.write(TypedValues.newTypedValue(value), type, false, false))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @EnumSource(
            value = OpcUaDataType.class,
            names = {
                "Boolean",
                "SByte",
                "Byte",
                "Int16",
                "UInt16",
                "Int32",
                "UInt32",
                "Int64",
                "UInt64",
                "Float",
                "Double",
                "DateTime"
            })
    void anArrayOfEachTypeComesBackFromItsBytesAsItWas(OpcUaDataType type) throws Exception {
        byte[] bytes = new byte[ArrayBytes.width(type) * 3];
        for (int i = 0; i < bytes.length; i += ArrayBytes.width(type)) {
            bytes[i] = 1;
        }
        Object array = ValueWriter.write(TypedValues.newByteArrayValue(bytes), type, true, false)
                .value();
        assertThat(array).isInstanceOf(Object[].class);
        assertThat(ArrayBytes.encode(array)).isEqualTo(bytes);
    }

    @Test
    void bytesThatAreNoWholeElementsAreRefused() {
        assertThatThrownBy(() ->
                        ValueWriter.write(TypedValues.newByteArrayValue(new byte[7]), OpcUaDataType.Float, true, false))
                .hasMessageContaining("7 bytes are not whole elements of Float");
    }

    @Test
    void oneElementOfAnArrayIsWrittenAsAnArrayOfOne() throws Exception {
        assertThat(ValueWriter.write(TypedValues.newDoubleValue(1.5), OpcUaDataType.Float, true, true)
                        .value())
                .isEqualTo(new Float[] {1.5f});
    }
}
