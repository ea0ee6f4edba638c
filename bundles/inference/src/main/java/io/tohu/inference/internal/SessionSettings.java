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

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;

/**
 * How sessions are opened.
 *
 * @param threads threads that compute one call
 * @param optimization how far graphs are rewritten before they run
 */
record SessionSettings(int threads, OptLevel optimization) {

    /** One thread: a second one makes small models slower on a busy gateway. */
    static final SessionSettings DEFAULT = new SessionSettings(1, OptLevel.ALL_OPT);

    /** Options to open a session with; the caller closes them. */
    SessionOptions toOptions() throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(optimization);
        // A spinning pool would take a core from the gateway between two calls.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }
}
