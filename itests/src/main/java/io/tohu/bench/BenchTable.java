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

import java.util.ArrayList;
import java.util.List;

/** The rows of a benchmark as a text table. */
final class BenchTable {

    private static final List<String> HEAD = List.of("metric", "value", "reference", "unit", "ratio", "goal", "met");

    private BenchTable() {}

    static String of(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        rows.forEach(row -> lines.add(cells(row)));
        int[] widths = new int[HEAD.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder table = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                boolean number = i == 1 || i == 2 || i == 4;
                text.append(String.format((number ? "%" : "%-") + widths[i] + "s  ", line.get(i)));
            }
            table.append(text.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.metric(),
                Figures.text(row.value()),
                Figures.text(row.reference()),
                row.unit(),
                Figures.text(row.ratio()),
                row.goal().map(Goal::toString).orElse(""),
                met(row));
    }

    private static String met(Row row) {
        if (!row.reason().isEmpty()) {
            return "? " + row.reason();
        }
        return row.met().map(met -> met ? "yes" : "NO").orElse("");
    }
}
