/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tohu.modbus.internal.plan.Span;
import java.util.HexFormat;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetPointsTest {

    private static Point point(PointType type, int registers) {
        return new Point(new Span(1, Table.HOLDING_REGISTER, 0, registers), 0, type, 3, RegisterOrder.BIG);
    }

    private static String cells(PointType type, DataType as, String value) throws ValueException {
        int registers = type == PointType.STRING ? 2 : type.registers();
        return HexFormat.of()
                .withUpperCase()
                .formatHex(SetPoints.cells(point(type, registers), TypedValues.parseTypedValue(as, value)));
    }

    @ParameterizedTest
    @CsvSource({
        "INT16,   INTEGER, -2,          FFFE",
        "UINT16,  LONG,    65535,       FFFF",
        "UINT16,  DOUBLE,  12.0,        000C",
        "INT32,   INTEGER, -2147483648, 80000000",
        "UINT32,  LONG,    4294967295,  FFFFFFFF",
        "INT64,   LONG,    -1,          FFFFFFFFFFFFFFFF",
        "FLOAT32, DOUBLE,  123.456,     42F6E979",
        "FLOAT64, DOUBLE,  123.456,     405EDD2F1A9FBE77",
        "FLOAT32, INTEGER, 1,           3F800000",
        "BCD16,   INTEGER, 1234,        1234",
        "BCD32,   INTEGER, 12345678,    12345678",
        "BOOL,    BOOLEAN, true,        0001",
        "BIT,     INTEGER, 1,           01",
        "STRING,  STRING,  AB,          41420000"
    })
    void aValueThatTheDeviceCanHoldIsWrittenExactly(PointType type, DataType as, String value, String cells)
            throws Exception {
        assertThat(cells(type, as, value)).isEqualTo(cells);
    }

    @ParameterizedTest
    @CsvSource({
        "INT16,   INTEGER, 32768,   32767",
        "UINT16,  INTEGER, -1,      65535",
        "UINT32,  LONG,    -1,      4294967295",
        "UINT64,  LONG,    -1,      outside",
        "UINT16,  DOUBLE,  3.5,     whole number",
        "INT64,   DOUBLE,  1e19,    whole number",
        "FLOAT32, DOUBLE,  1e39,    FLOAT32",
        "FLOAT64, DOUBLE,  NaN,     set-point",
        "BCD16,   INTEGER, 10000,   9999",
        "BIT,     INTEGER, 2,       neither 0 nor 1",
        "UINT16,  STRING,  12,      holds a number",
        "STRING,  INTEGER, 12,      holds text",
        "STRING,  STRING,  ABCDE,   shorten"
    })
    void aValueThatWouldHaveToBeBentIsRefused(PointType type, DataType as, String value, String reason) {
        assertThatThrownBy(() -> cells(type, as, value))
                .isInstanceOf(ValueException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void rawBytesGoOutAsTheyAreButOnlyInFullLength() throws Exception {
        Point two = point(PointType.UINT32, 2);

        assertThat(SetPoints.cells(two, TypedValues.newByteArrayValue(new byte[] {1, 2, 3, 4})))
                .containsExactly(1, 2, 3, 4);
        assertThatThrownBy(() -> SetPoints.cells(two, TypedValues.newByteArrayValue(new byte[3])))
                .hasMessageContaining("3 bytes for a channel of 4");
    }
}
