/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.ai.inference;

import java.util.List;
import java.util.Optional;
import org.eclipse.kura.KuraException;
import org.osgi.annotation.versioning.ProviderType;

/** An engine that holds models and runs them. */
@ProviderType
public interface InferenceEngineService {

    List<Tensor> infer(ModelInfo modelInfo, List<Tensor> inputData) throws KuraException;

    void loadModel(String modelName, Optional<String> modelPath) throws KuraException;

    void unloadModel(String modelName) throws KuraException;

    boolean isModelLoaded(String modelName) throws KuraException;

    List<String> getModelNames() throws KuraException;

    Optional<ModelInfo> getModelInfo(String modelName) throws KuraException;

    boolean isEngineReady() throws KuraException;
}
