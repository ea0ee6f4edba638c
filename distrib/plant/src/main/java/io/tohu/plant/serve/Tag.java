/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.serve;

/**
 * One thing that is served under a name.
 *
 * @param id folder and name, such as {@code Pump/speed}
 * @param kind type of its values
 * @param unit of the values, empty where there is none
 * @param writable whether clients may write it
 * @param scale factor of its 16-bit copy, 0 where it has none
 */
public record Tag(String id, Kind kind, String unit, boolean writable, int scale) {

    /** Types of values: Double, float[], Integer, Boolean. */
    public enum Kind {
        DOUBLE,
        FLOATS,
        INT,
        FLAG
    }

    static Tag sensor(String id, String unit, int scale) {
        return new Tag(id, Kind.DOUBLE, unit, false, scale);
    }

    static Tag setpoint(String id, String unit) {
        return new Tag(id, Kind.DOUBLE, unit, true, 0);
    }

    /** The lamp by which a line shows an alarm; it is there whatever the plant does. */
    static Tag lamp() {
        return new Tag("Pump/alarm", Kind.FLAG, "", true, 0);
    }

    public String folder() {
        return id.substring(0, id.indexOf('/'));
    }

    public String name() {
        return id.substring(id.indexOf('/') + 1);
    }
}
