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

import java.util.List;
import java.util.Map;

/** What the versions of a model need of the catalog. */
interface LineContext extends LifeCycleListener {

    LifeCycleSettings settings();

    /** Loads a version that has passed its gates before. */
    LoadedModel load(ModelVersion version) throws ModelRefusedException;

    /** Runs something after what is going on now, in the order of the calls. */
    void later(Runnable task);

    void journal(String name, List<ModelVersion> versions, Map<String, ModelVersion> carried);
}
