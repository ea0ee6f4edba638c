/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.features;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a spectrum.
 *
 * @param from lowest frequency in Hz
 * @param to frequency in Hz below which it ends
 */
record Band(double from, double to) {

    private static final Pattern TEXT = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*-\\s*(\\d+(?:\\.\\d+)?)\\s*");

    /** Bands as a form has them, {@code 10-100, 100-1000}. */
    static List<Band> list(String field, String text) {
        List<Band> bands = new ArrayList<>();
        for (String part : text.split(",")) {
            if (part.isBlank()) {
                continue;
            }
            Matcher matcher = TEXT.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        field + " has '" + part.strip() + "': set bands in Hz such as 10-100, 100-1000");
            }
            Band band = new Band(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
            if (band.from >= band.to) {
                throw new IllegalArgumentException(field + " has '" + part.strip() + "', which ends where it begins");
            }
            bands.add(band);
        }
        return bands;
    }

    /** Its part of a feature's name, without decimals that are none. */
    String label() {
        return number(from) + "-" + number(to);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
