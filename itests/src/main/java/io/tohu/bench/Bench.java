/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench;

import io.tohu.cli.process.Layout;
import java.io.IOException;
import java.util.List;

/** A benchmark that {@code ./tohu bench} knows by name. */
public interface Bench {

    /** Name on the command line and of the file with the results. */
    String name();

    /**
     * The parts of the benchmark, in the order in which they run. One that fails does not keep the others from running.
     *
     * @param layout the built checkout
     */
    List<Part> parts(Layout layout);

    /** A part of a benchmark, which measures what belongs together. */
    interface Part {

        /** What it measures, for the progress line and for a row that says why there is no figure. */
        String title();

        /**
         * Measures.
         *
         * @throws IOException when it cannot; the message says why
         */
        List<Row> measure() throws IOException, InterruptedException;
    }
}
