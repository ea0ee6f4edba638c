/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference.internal;

import io.tohu.inference.ModelCard;
import java.util.List;

/** Holds a graph's inputs and outputs against its card. */
final class CardPorts {

    private CardPorts() {}

    static void check(LoadedModel model, CardFile file) throws ModelRefusedException {
        ModelCard card = file.card();
        if (card.task() != ModelCard.Task.ANOMALY) {
            return;
        }
        int features = card.features().size();
        List<Long> window = List.of(1L, (long) card.samples(), (long) features);
        Port input = model.inputs().get(file.input());
        if (input == null || model.inputs().size() != 1) {
            throw new ModelRefusedException(
                    "card.json names the input '" + file.input() + "' as the only one; the graph's inputs are "
                            + model.inputs().values());
        }
        if (input.type().orElse(null) != ElementType.FP32 || !input.accepts(window)) {
            throw new ModelRefusedException("the graph's input is " + input + ", but " + card.samples() + " samples of "
                    + features + " features in card.json need FP32 " + window);
        }
        checkOutput(model, file.score(), 1);
        if (file.contributions().isPresent()) {
            checkOutput(model, file.contributions().get(), features);
        }
    }

    private static void checkOutput(LoadedModel model, String name, int size) throws ModelRefusedException {
        Port output = model.outputs().get(name);
        if (output == null) {
            throw new ModelRefusedException("card.json names the output '" + name + "'; the graph's outputs are "
                    + model.outputs().values());
        }
        if (output.type().orElse(null) != ElementType.FP32
                || output.dimensionsFor(size).isEmpty()) {
            throw new ModelRefusedException("the graph's output is " + output + ", expected FP32 with " + size
                    + (size == 1 ? " value" : " values"));
        }
    }
}
