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

import io.tohu.inference.InferenceException;
import io.tohu.inference.ModelCard;
import io.tohu.inference.ModelUnavailableException;
import io.tohu.inference.SampleWindow;
import io.tohu.inference.Score;
import io.tohu.inference.Scorer;
import java.util.Optional;

/** Scores windows with whatever version its slot names, over buffers that live as long as version and channels do. */
final class WindowScorer implements Scorer {

    private final ModelSlot slot;
    private final Runnable closing;
    private WindowBinding binding;
    private boolean closed;
    /** Whether any version has scored a window of this scorer. */
    private boolean worked;

    /** @param closing told when the scorer is closed */
    WindowScorer(ModelSlot slot, Runnable closing) {
        this.slot = slot;
        this.closing = closing;
    }

    @Override
    public Optional<ModelCard> card() {
        LoadedModel model = slot.active();
        return model == null ? Optional.empty() : model.card().map(CardFile::card);
    }

    @Override
    public Score score(SampleWindow window) throws InferenceException {
        if (closed) {
            throw new InferenceException("this scorer of model " + slot.name() + " was closed");
        }
        LoadedModel model = slot.acquire();
        if (model == null) {
            throw new ModelUnavailableException("no version of model " + slot.name()
                    + " is active: install its model bundle; the log says why, if one was refused");
        }
        try {
            if (binding == null || !binding.fits(model, window)) {
                unbind();
                binding = WindowBinding.of(model, window);
            }
            Score score = binding.score(window);
            worked = true;
            slot.scored(window, score);
            return score;
        } catch (MisfitException e) {
            // A detector that never fitted must not have a good version rolled back.
            if (worked) {
                model.failed(e.getMessage());
            }
            throw e;
        } finally {
            model.release();
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            unbind();
            closing.run();
        }
    }

    private void unbind() {
        if (binding != null) {
            binding.close();
            binding = null;
        }
    }
}
