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

import io.tohu.cli.cloud.NoReplyException;
import java.io.IOException;

/** Asks a gateway again until it is as it should be. */
final class Await {

    private static final long BETWEEN_MILLIS = 500;

    private Await() {}

    /** What is missing; empty when nothing is. */
    interface Missing {

        String now() throws IOException, InterruptedException;
    }

    /**
     * Asks until nothing is missing. A gateway that does not answer is asked again too: one that has just connected
     * hears nothing for a moment.
     *
     * @return what is missing still when the time is over, empty when nothing is
     */
    static String until(Missing missing, long millis) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        String now = ask(missing);
        while (!now.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(BETWEEN_MILLIS);
            now = ask(missing);
        }
        return now;
    }

    private static String ask(Missing missing) throws IOException, InterruptedException {
        try {
            return missing.now();
        } catch (NoReplyException e) {
            return e.getMessage();
        }
    }
}
