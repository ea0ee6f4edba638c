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

import io.tohu.modbus.internal.plan.Limits;
import io.tohu.modbus.internal.plan.Span;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointParserTest {

    private final PointParser parser = new PointParser(1, new Limits(100, 2000, 0));

    @Test
    void everyFieldIsUnderstoodAsTextOrAsNumber() throws Exception {
        Point point = parser.parse(Map.of(
                "unit.id",
                "7",
                "table",
                " input_register ",
                "address",
                12,
                "data.type",
                "FLOAT32",
                "byte.order",
                "little",
                "word.order",
                "LITTLE"));

        assertThat(point)
                .isEqualTo(new Point(
                        new Span(7, Table.INPUT_REGISTER, 11, 2),
                        1,
                        PointType.FLOAT32,
                        0,
                        new RegisterOrder(true, true)));
    }

    @Test
    void messagesSpeakOfTheAddressAsTheOperatorEnteredIt() throws Exception {
        assertThat(parser.parse(Map.of("address", "12", "data.type", "BIT", "bit.index", "4"))
                        .where())
                .isEqualTo("unit 1, holding register 12 bit 4");
    }

    @Test
    void aCoilIsABitWhateverTheFormsDefaultSays() throws Exception {
        Point point = parser.parse(Map.of("table", "COIL", "address", "1", "data.type", "UINT16"));

        assertThat(point.type()).isEqualTo(PointType.BOOL);
        assertThat(point.span().length()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "address,       0,     not a whole number from 1 to 65536",
        "address,       65537, not a whole number from 1 to 65536",
        "address,       1.5,   not a whole number",
        "address,       '',    address is empty",
        "address,       abc,   not a number",
        "unit.id,       256,   0 to 255",
        "table,         RAM,   HOLDING_REGISTER",
        "data.type,     INT8,  INT16",
        "bit.index,     16,    0 to 15",
        "byte.order,    MIDDLE, LITTLE"
    })
    void aWrongFieldIsNamedWithWhatItMayBe(String field, String value, String hint) {
        Map<String, Object> settings = new HashMap<>(Map.of("address", "1", "data.type", "BIT"));
        settings.put(field, value);

        assertThatThrownBy(() -> parser.parse(settings))
                .isInstanceOf(ValueException.class)
                .hasMessageContaining(field)
                .hasMessageContaining(hint);
    }

    @Test
    void aValueMayNotReachBeyondTheLastAddress() {
        assertThatThrownBy(() -> parser.parse(Map.of("address", "65536", "data.type", "UINT32")))
                .hasMessageContaining("1 to 65535");
    }

    @Test
    void aTextLongerThanOneRequestIsRefused() {
        assertThatThrownBy(() -> parser.parse(Map.of("address", "1", "data.type", "STRING", "string.length", "101")))
                .hasMessageContaining("101 registers")
                .hasMessageContaining("100");
    }
}
