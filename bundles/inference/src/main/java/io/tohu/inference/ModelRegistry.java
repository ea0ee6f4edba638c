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
import org.osgi.annotation.versioning.ProviderType;

/** The models of this gateway by name; each name has at most one active version at a time. */
@ProviderType
public interface ModelRegistry {

    /**
     * Opens a scorer that follows the active version of a model, also through swaps.
     *
     * @param model the model's name; a model of that name may arrive later
     * @return a scorer for one caller at a time; the caller closes it
     */
    Scorer newScorer(String model);

    /** Every known model version with its state, refused ones included, in order of name and version. */
    List<ModelStatus> models();
}
