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

import io.tohu.inference.ModelStatus;
import io.tohu.inference.ModelStatus.State;

/**
 * What one source has brought: the model that passed, and the reason why its latest try was refused. A source whose
 * update was refused has both, for the model that it brought before goes on.
 */
final class Arrival {

    private final ModelSource source;
    private final LoadedModel model;
    private final String refusal;

    private Arrival(ModelSource source, LoadedModel model, String refusal) {
        this.source = source;
        this.model = model;
        this.refusal = refusal;
    }

    static Arrival accepted(ModelSource source, LoadedModel model) {
        return new Arrival(source, model, null);
    }

    static Arrival refused(ModelSource source, LoadedModel before, String refusal) {
        return new Arrival(source, before, refusal);
    }

    ModelSource source() {
        return source;
    }

    /** The model in use; null when nothing of this source ever passed. */
    LoadedModel model() {
        return model;
    }

    boolean refused() {
        return refusal != null;
    }

    ModelStatus refusal() {
        return new ModelStatus(
                source.announcedName(), source.announcedVersion(), State.REFUSED, refusal, source.origin());
    }

    ModelStatus status(boolean active) {
        return new ModelStatus(
                model.name(), model.version(), active ? State.ACTIVE : State.PREVIOUS, "", source.origin());
    }
}
