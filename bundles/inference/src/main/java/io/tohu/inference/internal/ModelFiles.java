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

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The files of one model version, as {@code docs/reference/model-bundle.md} describes them.
 *
 * @param model the ONNX graph
 * @param card {@code card.json}; null for a graph without a card
 * @param golden {@code golden.json}; null for a graph without a card
 */
record ModelFiles(byte[] model, byte[] card, byte[] golden) {

    /** Also bounded by the heap: a model is held in it while its session is opened. */
    static final int MAX_MODEL_BYTES =
            (int) Math.min(512L << 20, Runtime.getRuntime().maxMemory() / 4);

    static final int MAX_JSON_BYTES = 16 << 20;

    ModelFiles {
        Objects.requireNonNull(model, "model");
    }

    /** A graph of which only its name is known. */
    static ModelFiles bare(byte[] model) {
        return new ModelFiles(model, null, null);
    }

    boolean isBare() {
        return card == null;
    }

    /** Identity of the content: two versions with the same digest are the same. */
    String digest() {
        MessageDigest digest = sha256();
        digest.update(model);
        if (!isBare()) {
            digest.update(card);
            digest.update(golden);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Hash of the graph alone, as a card states it. */
    String modelHash() {
        return HexFormat.of().formatHex(sha256().digest(model));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
