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
import java.util.Optional;

/**
 * A card as read from its file: what the API shows of it, how the graph's ports are named, and what it asks for.
 *
 * @param card what users of a model see
 * @param input name of the input that takes the window
 * @param score name of the output that holds the score
 * @param contributions name of the output that holds each feature's share in the score
 * @param labels names of the classes, in the order of the graph's output
 * @param demands what the model asks of the engine and the gateway
 */
record CardFile(
        ModelCard card,
        String input,
        String score,
        Optional<String> contributions,
        List<String> labels,
        Demands demands) {}
