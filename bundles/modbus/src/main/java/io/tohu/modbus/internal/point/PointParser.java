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

import io.tohu.modbus.internal.plan.Limits;
import io.tohu.modbus.internal.plan.Span;
import java.util.Map;

/** Makes a {@link Point} of a channel's settings, or says what is wrong with them. */
public final class PointParser {

    public static final String UNIT = "unit.id";
    public static final String TABLE = "table";
    public static final String ADDRESS = "address";
    public static final String TYPE = "data.type";
    public static final String BIT = "bit.index";
    public static final String LENGTH = "string.length";
    public static final String BYTES = "byte.order";
    public static final String WORDS = "word.order";

    private static final int ADDRESSES = 65_536;

    /** Which part travels first. */
    public enum Order {
        BIG,
        LITTLE
    }

    private final int addressBase;
    private final Limits limits;

    /** @param addressBase what the addresses of channels count from: 0 or 1 */
    public PointParser(int addressBase, Limits limits) {
        this.addressBase = addressBase;
        this.limits = limits;
    }

    /** @throws ValueException naming the field and what it may be */
    public Point parse(Map<String, Object> settings) throws ValueException {
        Fields fields = new Fields(settings);
        Table table = fields.choice(TABLE, Table.HOLDING_REGISTER);
        // A coil can be nothing else, whatever the form's default says.
        PointType type = table.bits() ? PointType.BOOL : fields.choice(TYPE, PointType.UINT16);
        if (fields.text(ADDRESS).isEmpty()) {
            throw new ValueException(ADDRESS + " is empty");
        }
        int length = type == PointType.STRING ? fields.number(LENGTH, 0, 1, 125) : type.registers();
        if (length > limits.maxLength(table)) {
            throw new ValueException(type + " takes " + length + " registers, more than the driver may read at once ("
                    + limits.maxLength(table) + ")");
        }
        int last = ADDRESSES - length + addressBase;
        int address = fields.number(ADDRESS, 0, addressBase, last) - addressBase;
        return new Point(
                new Span(fields.number(UNIT, 1, 0, 255), table, address, length),
                addressBase,
                type,
                type == PointType.BIT ? fields.number(BIT, 0, 0, 15) : 0,
                new RegisterOrder(
                        fields.choice(BYTES, Order.BIG) == Order.LITTLE,
                        fields.choice(WORDS, Order.BIG) == Order.LITTLE));
    }
}
