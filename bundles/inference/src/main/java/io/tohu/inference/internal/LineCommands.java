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

import io.tohu.inference.LifeCycleException;
import io.tohu.inference.ModelStatus.State;

/** What an operator may have done to the versions of a model; a command that does not fit changes nothing. */
final class LineCommands {

    private LineCommands() {}

    static void promote(ModelLine line, String version) throws LifeCycleException {
        ModelVersion wanted = line.known().find(version);
        if (wanted != line.active() && !line.activate(wanted)) {
            throw new LifeCycleException("model " + wanted.id() + " cannot be loaded: " + wanted.reason);
        }
        line.journal();
    }

    static void shadow(ModelLine line, String version) throws LifeCycleException {
        ModelVersion wanted = line.known().find(version);
        if (wanted == line.active()) {
            throw new LifeCycleException("model " + wanted.id() + " is active; a shadow is another version");
        }
        if (!line.warm(wanted) || !wanted.scoresWindows()) {
            throw new LifeCycleException("model " + wanted.id() + " does not score windows: "
                    + (wanted.reason.isEmpty() ? "promote it without a trial" : wanted.reason));
        }
        line.begin(wanted);
        line.journal();
    }

    /** Goes back, and gives the version that is active then. */
    static String rollback(ModelLine line) throws LifeCycleException {
        ModelVersion target = line.previous();
        if (target == null) {
            throw new LifeCycleException("model " + line.slot().name() + " has no former version to go back to");
        }
        if (!line.takeBack(State.CANDIDATE, "it was taken back by command")) {
            throw new LifeCycleException("model " + target.id() + " cannot be loaded: " + target.reason);
        }
        return target.version;
    }

    static void retire(ModelLine line, String version) throws LifeCycleException {
        ModelVersion wanted = line.known().find(version);
        if (wanted == line.active()) {
            throw new LifeCycleException("model " + wanted.id() + " is active: promote another version before");
        }
        line.trial().end(wanted);
        line.notPrevious(wanted);
        wanted.held = true;
        line.state(wanted, State.RETIRED, "it was retired by command");
        line.known().drop(wanted);
        line.prune();
        line.journal();
    }
}
