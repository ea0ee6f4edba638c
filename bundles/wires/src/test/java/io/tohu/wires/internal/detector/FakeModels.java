/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.detector;

import io.tohu.inference.InferenceException;
import io.tohu.inference.ModelCard;
import io.tohu.inference.ModelCard.Feature;
import io.tohu.inference.ModelRegistry;
import io.tohu.inference.ModelStatus;
import io.tohu.inference.ModelUnavailableException;
import io.tohu.inference.SampleWindow;
import io.tohu.inference.Score;
import io.tohu.inference.Score.Contribution;
import io.tohu.inference.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Models whose score is the first value of the window, with limit 1; none is there until one is said to be. */
final class FakeModels implements ModelRegistry {

    final List<String> opened = new ArrayList<>();
    final List<String> closed = new ArrayList<>();
    boolean active = true;
    boolean broken;

    @Override
    public Scorer newScorer(String model) {
        opened.add(model);
        ModelCard card =
                new ModelCard(model, "1.2.0", ModelCard.Task.ANOMALY, List.of(new Feature("a", "")), 1, 1, 0, 1, "");
        return new Scorer() {
            @Override
            public Optional<ModelCard> card() {
                return active ? Optional.of(card) : Optional.empty();
            }

            @Override
            public Score score(SampleWindow window) throws InferenceException {
                if (broken) {
                    throw new IllegalStateException("session closed");
                }
                if (!active) {
                    throw new ModelUnavailableException("no version of model " + model + " is active");
                }
                return new Score(card, window.values()[0], 1, List.of(new Contribution("a", 1)), 2500);
            }

            @Override
            public void close() {
                closed.add(model);
            }
        };
    }

    @Override
    public List<ModelStatus> models() {
        return List.of();
    }
}
