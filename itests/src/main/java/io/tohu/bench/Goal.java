/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench;

/** What a figure is held against. */
public record Goal(Direction direction, double bound) {

    /** Which side of the bound is the good one. */
    public enum Direction {
        AT_MOST("<="),
        AT_LEAST(">=");

        private final String sign;

        Direction(String sign) {
            this.sign = sign;
        }
    }

    public static Goal atMost(double bound) {
        return new Goal(Direction.AT_MOST, bound);
    }

    public static Goal atLeast(double bound) {
        return new Goal(Direction.AT_LEAST, bound);
    }

    public boolean metBy(double value) {
        return direction == Direction.AT_MOST ? value <= bound : value >= bound;
    }

    @Override
    public String toString() {
        return direction.sign + " " + Figures.text(bound);
    }
}
