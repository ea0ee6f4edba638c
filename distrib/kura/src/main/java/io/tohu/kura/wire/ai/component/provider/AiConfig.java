/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.wire.ai.component.provider;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the AI component. */
@ObjectClassDefinition(id = AiComponent.PID, name = "AI", description = "Scores records with an inference engine.")
@interface AiConfig {

    @AttributeDefinition(name = "InferenceEngineService Target Filter", description = "Filter of the engine.")
    String InferenceEngineService_target() default "(kura.service.pid=changeme)";

    @AttributeDefinition(
            name = "preprocessor.model.name",
            description = "Model before the other one; empty for none.",
            required = false)
    String preprocessor_model_name() default "";

    @AttributeDefinition(name = "inference.model.name", description = "The model.")
    String inference_model_name() default "model_name";

    @AttributeDefinition(
            name = "postprocessor.model.name",
            description = "Model after the other one; empty for none.",
            required = false)
    String postprocessor_model_name() default "";
}
