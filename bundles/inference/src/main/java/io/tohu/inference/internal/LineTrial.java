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

import io.tohu.inference.ModelStatus.State;
import io.tohu.inference.ShadowReport;
import java.util.Optional;
import java.util.function.Consumer;

/** The trial in shadow of a model name; at most one at a time. */
final class LineTrial {

    private final ModelSlot slot;
    private final KnownVersions known;
    private final LineContext context;
    private ModelVersion version;

    LineTrial(ModelSlot slot, KnownVersions known, LineContext context) {
        this.slot = slot;
        this.known = known;
        this.context = context;
    }

    /** The version in shadow; null when there is none. */
    ModelVersion version() {
        return version;
    }

    /** Begins a trial of a loaded version in place of the present one. */
    void begin(ModelVersion candidate, Consumer<ShadowReport> judge) {
        ModelVersion before = version;
        end(before);
        if (before != null && before != candidate) {
            known.cool(before);
        }
        version = candidate;
        known.state(candidate, State.SHADOW, "");
        slot.trial(new ShadowTrial(
                candidate.model, context.settings(), report -> context.later(() -> judge.accept(report))));
    }

    /** Ends the trial of a version, which waits again; that of another one goes on. */
    void end(ModelVersion candidate) {
        if (version != null && version == candidate) {
            close();
            known.state(version, State.CANDIDATE, version.reason);
            version = null;
        }
    }

    Optional<ShadowReport> report() {
        return Optional.ofNullable(slot.trial()).map(ShadowTrial::report);
    }

    /** Stops scoring; what is journalled stays. */
    void close() {
        ShadowTrial running = slot.trial();
        slot.trial(null);
        if (running != null) {
            running.close();
        }
    }
}
