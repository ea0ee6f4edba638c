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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KuraValuesTest {

    private static Object read(PointType type, DataType as, String registers) throws ValueException {
        byte[] data = HexFormat.of().parseHex(registers);
        Point point =
                new Point(new Span(1, Table.HOLDING_REGISTER, 0, data.length / 2), 0, type, 15, RegisterOrder.BIG);
        var value = KuraValues.read(point, as, data, 0);
        assertThat(value.getType()).isEqualTo(as);
        return value.getValue();
    }

    @ParameterizedTest
    @CsvSource({
        "INT16,   INTEGER, FFFE,             -2",
        "UINT16,  INTEGER, FFFE,             65534",
        "INT32,   INTEGER, 80000000,         -2147483648",
        "UINT32,  LONG,    FFFFFFFF,         4294967295",
        "INT64,   LONG,    FFFFFFFFFFFFFFFF, -1",
        "UINT64,  LONG,    7FFFFFFFFFFFFFFF, 9223372036854775807",
        "UINT64,  STRING,  FFFFFFFFFFFFFFFF, 18446744073709551615",
        "UINT64,  DOUBLE,  8000000000000000, 9.223372036854776E18",
        "FLOAT32, FLOAT,   42F6E979,         123.456",
        "FLOAT32, DOUBLE,  3FC00000,         1.5",
        "FLOAT32, DOUBLE,  7FC00000,         NaN",
        "FLOAT32, FLOAT,   FF800000,         -Infinity",
        "FLOAT64, DOUBLE,  405EDD2F1A9FBE77, 123.456",
        "FLOAT64, FLOAT,   7FF8000000000000, NaN",
        "FLOAT32, INTEGER, 40233333,         3",
        "BCD16,   INTEGER, 1234,             1234",
        "BCD32,   LONG,    12345678,         12345678",
        "BIT,     BOOLEAN, 8000,             true",
        "BIT,     INTEGER, 7FFF,             0",
        "BOOL,    BOOLEAN, 0100,             true",
        "UINT16,  BOOLEAN, 0000,             false",
        "STRING,  STRING,  50554D50,         PUMP"
    })
    void aValueThatFitsArrives(PointType type, DataType as, String registers, String expected) throws Exception {
        assertThat(read(type, as, registers)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "UINT32,  INTEGER, FFFFFFFF,         LONG",
        "UINT64,  LONG,    8000000000000000, DOUBLE",
        "FLOAT32, INTEGER, 7FC00000,         NaN",
        "FLOAT32, LONG,    7F800000,         Infinity",
        "FLOAT64, FLOAT,   7FEFFFFFFFFFFFFF, DOUBLE",
        "FLOAT64, BOOLEAN, 3FF0000000000000, DOUBLE",
        "STRING,  DOUBLE,  50554D50,         STRING",
        "BCD16,   INTEGER, 12AF,             BCD"
    })
    void aValueThatDoesNotFitIsAnErrorThatNamesTheWayOut(PointType type, DataType as, String registers, String hint) {
        assertThatThrownBy(() -> read(type, as, registers))
                .isInstanceOf(ValueException.class)
                .hasMessageContaining(hint);
    }

    @Test
    void rawRegistersAreGivenAsTheyTravel() throws Exception {
        assertThat(read(PointType.UINT32, DataType.BYTE_ARRAY, "01020304")).isEqualTo(new byte[] {1, 2, 3, 4});
    }

    @Test
    void bitsAreFoundWhereTheReplyPutsThem() throws Exception {
        Point coil = new Point(new Span(1, Table.COIL, 0, 1), 0, PointType.BOOL, 0, RegisterOrder.BIG);
        byte[] reply = {0, 0b100};

        assertThat(KuraValues.read(coil, DataType.BOOLEAN, reply, 10).getValue())
                .isEqualTo(true);
        assertThat(KuraValues.read(coil, DataType.BOOLEAN, reply, 9).getValue()).isEqualTo(false);
    }
}
