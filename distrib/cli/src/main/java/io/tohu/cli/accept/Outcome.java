/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.accept;

/**
 * How a step ended.
 *
 * @param detail one line for a person: what was seen, or what was not and why
 */
record Outcome(Status status, String detail) {

    /** What can become of a step. */
    enum Status {
        /** Seen to work. */
        OK,
        /** Seen not to work. */
        FAILED,
        /** This gateway cannot do it, or nobody gave what it needs. Nothing was judged. */
        SKIPPED,
        /** A step that it builds on failed. Nothing was judged. */
        NOT_RUN
    }

    static Outcome ok(String detail) {
        return new Outcome(Status.OK, detail);
    }

    static Outcome failed(String detail) {
        return new Outcome(Status.FAILED, detail);
    }

    static Outcome skipped(String reason) {
        return new Outcome(Status.SKIPPED, reason);
    }

    static Outcome notRun(String reason) {
        return new Outcome(Status.NOT_RUN, reason);
    }

    static Outcome of(boolean ok, String detail) {
        return ok ? ok(detail) : failed(detail);
    }
}
