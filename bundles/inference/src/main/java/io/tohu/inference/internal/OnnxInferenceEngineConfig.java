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
public @interface OnnxInferenceEngineConfig {

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

    @AttributeDefinition(
            name = "Execution provider",
            description = "What computes. The processor is used where the chosen one is not on this gateway.",
            options = {
                @Option(label = "Processor", value = "CPU"),
                @Option(label = "Processor with XNNPACK", value = "XNNPACK"),
                @Option(label = "oneDNN", value = "DNNL"),
                @Option(label = "OpenVINO", value = "OPENVINO"),
                @Option(label = "NVIDIA CUDA", value = "CUDA"),
                @Option(label = "NVIDIA TensorRT", value = "TENSORRT")
            })
    String execution_provider() default "CPU";

    @AttributeDefinition(
            name = "Calls at a time",
            description = "How many calls over Kura's inference API compute at the same time; others wait. Tohu's own"
                    + " detectors are not limited by it.",
            min = "1",
            max = "64")
    int calls_concurrent() default 2;

    @AttributeDefinition(
            name = "Longest queue",
            description = "How many calls may wait for their turn; further ones fail at once. Raise it when calls come"
                    + " in short bursts.",
            min = "0",
            max = "10000")
    int queue_limit() default 64;

    @AttributeDefinition(
            name = "Values that are not finite",
            description = "What a model without a card does with NaN and the infinities. A card says it of its model.",
            options = {
                @Option(label = "Refuse the call", value = "REFUSE"),
                @Option(label = "Hand them to the model, which takes them for missing", value = "MISSING")
            })
    String nan_policy() default "REFUSE";

    @AttributeDefinition(
            name = "Seal model files",
            description = "Whether an ONNX file that was loaded from the model folder is replaced by one that only this"
                    + " gateway can read.")
    boolean files_sealed() default false;

    @AttributeDefinition(
            name = "Promotion",
            description = "When a new version of a model takes over from the active one, after it has passed its"
                    + " checks. The first version of a model is active at once.",
            options = {
                @Option(label = "At once", value = "IMMEDIATE"),
                @Option(label = "After a successful trial in shadow", value = "SHADOW"),
                @Option(label = "By command; in shadow until then", value = "COMMAND")
            })
    String promotion() default "IMMEDIATE";

    @AttributeDefinition(
            name = "Shadow: windows",
            description = "How many windows a new version scores beside the active one before the trial is judged.",
            min = "1",
            max = "1000000")
    int shadow_windows() default 500;

    @AttributeDefinition(
            name = "Shadow: agreement (%)",
            description = "On how many of these windows it must decide like the active version.",
            min = "0",
            max = "100")
    double shadow_agreement() default 95;

    @AttributeDefinition(
            name = "Shadow: largest shift",
            description = "How far its median score may lie from the active version's, both in parts of their limits.",
            min = "0",
            max = "4")
    double shadow_shift() default 0.5;

    @AttributeDefinition(
            name = "Probation (calls)",
            description = "For how many calls the former version stays loaded after a new one has taken over.",
            min = "1",
            max = "1000000")
    int probation_calls() default 1000;

    @AttributeDefinition(
            name = "Errors that are borne (%)",
            description = "When more of 100 calls fail, the former version is taken back.",
            min = "0",
            max = "100")
    double errors_percent() default 5;

    @AttributeDefinition(
            name = "Latency budget (ms)",
            description = "What 95 % of a model's calls must stay within: checked at arrival, and afterwards a version"
                    + " that breaks it is rolled back. A card may state another one. 0 for none.",
            min = "0")
    double latency_budget() default 100;

    @AttributeDefinition(
            name = "Memory budget (MiB)",
            description = "Memory that one model may take when it is loaded. 0 for any.",
            min = "0",
            max = "65536")
    int memory_budget() default 512;
}
