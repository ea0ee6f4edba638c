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

import java.util.Objects;

/**
 * The files of one model version, as {@code docs/reference/model-bundle.md} describes them.
 *
 * @param model the ONNX graph
 * @param card {@code card.json}
 * @param golden {@code golden.json}
 */
record ModelFiles(byte[] model, byte[] card, byte[] golden) {

    ModelFiles {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(card, "card");
        Objects.requireNonNull(golden, "golden");
    }
}
