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

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Scores windows with the active version of one model. Not for concurrent use; buffers are reused between calls. */
@ProviderType
public interface Scorer extends AutoCloseable {

    /** The card of the active version, empty while there is none. */
    Optional<ModelCard> card();

    /**
     * Scores one window. Channels are matched to the model's features by name, in any order; others are ignored.
     *
     * @throws ModelUnavailableException when no version of the model is active
     * @throws InferenceException when the window does not fit the model (the message names what is missing or
     *     differs) or the model fails
     */
    Score score(SampleWindow window) throws InferenceException;

    @Override
    void close();
}
