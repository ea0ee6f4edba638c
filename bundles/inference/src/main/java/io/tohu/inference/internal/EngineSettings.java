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

import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import io.tohu.inference.PromotionPolicy;
import io.tohu.inference.internal.SessionSettings.Provider;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A filled-in form of the engine.
 *
 * @param folder where models are looked for by name
 * @param calls who may compute now
 * @param missingValues whether a model without a card takes values that are not finite
 * @param sealsFiles whether files of the folder are sealed after they were loaded
 */
record EngineSettings(
        SessionSettings sessions,
        LifeCycleSettings lifeCycle,
        Path folder,
        CallQueue calls,
        boolean missingValues,
        boolean sealsFiles) {

    private static final Logger logger = LoggerFactory.getLogger(EngineSettings.class);

    static EngineSettings defaults(Path folder) {
        return new EngineSettings(
                SessionSettings.DEFAULT, LifeCycleSettings.DEFAULT, folder, new CallQueue(2, 64), false, false);
    }

    static EngineSettings of(OnnxInferenceEngineConfig form, Path defaultFolder) {
        SessionSettings sessions = new SessionSettings(
                Math.max(1, form.threads()),
                choice(OptLevel.class, "graph.optimization", form.graph_optimization(), OptLevel.ALL_OPT),
                choice(Provider.class, "execution.provider", form.execution_provider(), Provider.CPU));
        LifeCycleSettings lifeCycle = new LifeCycleSettings(
                choice(PromotionPolicy.class, "promotion", form.promotion(), PromotionPolicy.IMMEDIATE),
                Math.max(1, form.shadow_windows()),
                form.shadow_agreement(),
                form.shadow_shift(),
                Math.max(1, form.probation_calls()),
                form.errors_percent(),
                form.latency_budget(),
                form.memory_budget());
        return new EngineSettings(
                sessions,
                lifeCycle,
                form.model_folder().isBlank() ? defaultFolder : Path.of(form.model_folder()),
                new CallQueue(Math.max(1, form.calls_concurrent()), Math.max(0, form.queue_limit())),
                "MISSING".equals(form.nan_policy()),
                form.files_sealed());
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String field, String text, E otherwise) {
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            logger.warn("{} is '{}', which is none; {} is used", field, text, otherwise);
            return otherwise;
        }
    }
}
