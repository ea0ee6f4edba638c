/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference;

import java.util.List;

/**
 * What one model version says of one window.
 *
 * @param model the card of the version that scored
 * @param score the model's score; above {@code limit} the window is anomalous
 * @param limit the limit of the model's card
 * @param contributions share of each feature in the score, in the card's order of features, sum 1; empty when the
 *     model gives none
 * @param nanos duration of the inference call
 */
public record Score(ModelCard model, double score, double limit, List<Contribution> contributions, long nanos) {

    public Score {
        contributions = List.copyOf(contributions);
    }

    /** One feature's share in a score, 0 to 1. */
    public record Contribution(String feature, double share) {}
}
