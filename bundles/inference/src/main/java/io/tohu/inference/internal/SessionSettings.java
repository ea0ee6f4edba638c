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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How sessions are opened.
 *
 * @param threads threads that compute one call
 * @param optimization how far graphs are rewritten before they run
 * @param provider what computes; the processor where the wanted one is not there
 */
record SessionSettings(int threads, OptLevel optimization, Provider provider) {

    private static final Logger logger = LoggerFactory.getLogger(SessionSettings.class);

    /** One thread: a second one makes small models slower on a busy gateway. */
    static final SessionSettings DEFAULT = new SessionSettings(1, OptLevel.ALL_OPT, Provider.CPU);

    /** What computes a graph. */
    enum Provider {
        CPU,
        XNNPACK,
        DNNL,
        OPENVINO,
        CUDA,
        TENSORRT;

        private void addTo(SessionOptions options) throws OrtException {
            switch (this) {
                case XNNPACK -> options.addXnnpack(java.util.Map.of());
                case DNNL -> options.addDnnl(true);
                case OPENVINO -> options.addOpenVINO("");
                case CUDA -> options.addCUDA();
                case TENSORRT -> options.addTensorrt(0);
                default -> {
                    // The processor is always there.
                }
            }
        }
    }

    /** These settings with what a card decides in their place. */
    SessionSettings with(Demands demands) throws ModelRefusedException {
        try {
            return new SessionSettings(
                    demands.threads() > 0 ? demands.threads() : threads,
                    demands.optimization().map(OptLevel::valueOf).orElse(optimization),
                    demands.provider().map(Provider::valueOf).orElse(provider));
        } catch (IllegalArgumentException e) {
            throw new ModelRefusedException(
                    "card.json: session has a value that this engine does not know: optimization "
                            + demands.optimization().orElse("-") + ", provider "
                            + demands.provider().orElse("-"));
        }
    }

    /** Options to open a session with; the caller closes them. */
    SessionOptions toOptions() throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(optimization);
        // A spinning pool would take a core from the gateway between two calls.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        try {
            provider.addTo(options);
        } catch (OrtException e) {
            logger.warn("{} is not there on this gateway, the processor computes: {}", provider, e.getMessage());
        }
        return options;
    }
}
