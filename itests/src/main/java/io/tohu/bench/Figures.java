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

import java.util.Locale;

/** Figures as people read them: three digits where they matter, thousands grouped. */
final class Figures {

    private Figures() {}

    static String text(double figure) {
        if (Double.isNaN(figure)) {
            return "-";
        }
        double size = Math.abs(figure);
        if (size >= 100 || figure == Math.rint(figure)) {
            return String.format(Locale.ROOT, "%,.0f", figure);
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.4f", figure);
    }
}
