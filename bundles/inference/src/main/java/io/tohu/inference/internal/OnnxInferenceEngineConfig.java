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

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What an operator may set of the engine. */
@ObjectClassDefinition(
        id = OnnxInferenceEngine.PID,
        name = "ONNX Inference Engine",
        description = "Runs ONNX models on this gateway, for Kura's AI component and for Tohu's detectors.")
@interface OnnxInferenceEngineConfig {

    @AttributeDefinition(
            name = "Threads per call",
            description = "Processor threads that compute one inference. Leave 1 for models of sensor data: more make"
                    + " small models slower. Raise it for large image models on a gateway with idle cores.",
            min = "1",
            max = "64")
    int threads() default 1;

    @AttributeDefinition(
            name = "Graph optimization",
            description = "How far a model's graph is rewritten before it runs. Change it only when a model fails to"
                    + " load or gives other results than where it was made.",
            options = {
                @Option(label = "All", value = "ALL_OPT"),
                @Option(label = "Extended", value = "EXTENDED_OPT"),
                @Option(label = "Basic", value = "BASIC_OPT"),
                @Option(label = "None", value = "NO_OPT")
            })
    String graph_optimization() default "ALL_OPT";

    @AttributeDefinition(
            name = "Model folder",
            description = "Folder where a model that is loaded by name only is looked for, as <name>.onnx. Empty:"
                    + " tohu/models under Kura's data directory.",
            required = false)
    String model_folder() default "";
}
