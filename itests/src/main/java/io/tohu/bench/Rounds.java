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

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Measurements of something and of its reference, taken in turn so that both meet the same noise of the machine.
 *
 * @param values one a round
 * @param references one a round
 */
public record Rounds<T>(List<T> values, List<T> references) {

    /** Measures for some time and gives the outcome. */
    @FunctionalInterface
    public interface Measurement<T> {
        T take() throws IOException, InterruptedException;
    }

    /**
     * Measures round after round; which of the two comes first changes with every round.
     *
     * @param warmUps rounds that are thrown away before, for compilers and caches
     * @param rounds rounds that count, at least 1
     */
    public static <T> Rounds<T> interleave(int warmUps, int rounds, Measurement<T> value, Measurement<T> reference)
            throws IOException, InterruptedException {
        List<T> values = new ArrayList<>();
        List<T> references = new ArrayList<>();
        for (int round = -warmUps; round < rounds; round++) {
            boolean valueFirst = round % 2 == 0;
            T first = (valueFirst ? value : reference).take();
            T second = (valueFirst ? reference : value).take();
            if (round >= 0) {
                values.add(valueFirst ? first : second);
                references.add(valueFirst ? second : first);
            }
        }
        return new Rounds<>(values, references);
    }

    /** A row with the medians over the rounds. */
    public Row row(String metric, String unit, ToDoubleFunction<T> figure) {
        return Row.of(metric, unit, median(values, figure), median(references, figure));
    }

    private static <T> double median(List<T> rounds, ToDoubleFunction<T> figure) {
        return new Percentiles(rounds.stream().mapToDouble(figure).toArray()).median();
    }
}
