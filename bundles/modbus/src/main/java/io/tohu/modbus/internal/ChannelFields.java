/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal;

import io.tohu.modbus.internal.point.PointParser;
import io.tohu.modbus.internal.point.PointType;
import io.tohu.modbus.internal.point.Table;
import io.tohu.modbus.internal.poll.Poller;
import java.util.List;
import org.eclipse.kura.core.configuration.metatype.Tad;
import org.eclipse.kura.core.configuration.metatype.Toption;
import org.eclipse.kura.core.configuration.metatype.Tscalar;

/** The fields of a channel, in the form that Kura's console, asset metatype and CSV import understand. */
final class ChannelFields {

    private ChannelFields() {}

    static List<Tad> all() {
        return List.of(
                number(
                        PointParser.UNIT,
                        "1",
                        "0",
                        "255",
                        "Unit (slave) number of the device. Devices with their own Ethernet port often want 1, 255 or"
                                + " 0."),
                choice(
                        PointParser.TABLE,
                        Table.values(),
                        "HOLDING_REGISTER",
                        "Which of the device's four address spaces the channel lies in. Discrete inputs and input"
                                + " registers cannot be written."),
                number(
                        PointParser.ADDRESS,
                        "1",
                        "0",
                        "65536",
                        "Number of the coil, input or register, or of the first of several; counted as the driver's"
                                + " setting Addresses count from says."),
                choice(
                        PointParser.TYPE,
                        PointType.values(),
                        "UINT16",
                        "What the registers hold. BOOL of a register is anything but 0, BIT is one bit of it. Coils and"
                                + " discrete inputs are BOOL, whatever is set here."),
                number(PointParser.BIT, "0", "0", "15", "For BIT: which bit of the register, 0 is the least."),
                number(PointParser.LENGTH, "8", "1", "125", "For STRING: number of registers, two characters in each."),
                choice(
                        PointParser.BYTES,
                        PointParser.Order.values(),
                        "BIG",
                        "Within a register, which byte comes first. The standard is BIG; LITTLE when text appears"
                                + " with its letters in pairs swapped."),
                choice(
                        PointParser.WORDS,
                        PointParser.Order.values(),
                        "BIG",
                        "For values of several registers, which register comes first. LITTLE when numbers are"
                                + " plausible only with their registers swapped."),
                number(
                        Poller.INTERVAL,
                        "1000",
                        "10",
                        "86400000",
                        "For channels with listen: time from one reading to the next, in milliseconds."),
                field(
                        Poller.DEADBAND,
                        Tscalar.DOUBLE,
                        "0",
                        "For channels with listen: report a number only when it has moved by more than this. 0 reports"
                                + " every change, -1 every reading."));
    }

    private static Tad number(String id, String fallback, String min, String max, String description) {
        Tad field = field(id, Tscalar.INTEGER, fallback, description);
        field.setMin(min);
        field.setMax(max);
        return field;
    }

    private static Tad choice(String id, Object[] options, String fallback, String description) {
        Tad field = field(id, Tscalar.STRING, fallback, description);
        for (Object option : options) {
            Toption one = new Toption();
            one.setLabel(option.toString());
            one.setValue(option.toString());
            field.getOption().add(one);
        }
        return field;
    }

    private static Tad field(String id, Tscalar type, String fallback, String description) {
        Tad field = new Tad();
        field.setId(id);
        field.setName(id);
        field.setType(type);
        field.setCardinality(0);
        field.setRequired(true);
        field.setDefault(fallback);
        field.setDescription(description);
        return field;
    }
}
