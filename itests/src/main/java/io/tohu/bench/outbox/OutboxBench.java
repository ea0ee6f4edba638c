/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.outbox;

import io.tohu.bench.Bench;
import io.tohu.cli.process.Layout;
import java.nio.file.Path;
import java.util.List;

/** What it costs to keep messages, beside other stores and a bare loop of writes and flushes. */
public final class OutboxBench implements Bench {

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public List<Part> parts(Layout layout) {
        Path folder = layout.home().resolve("target/bench/outbox");
        return List.of(
                new StoreRates(folder.resolve("rates")),
                new BytesWritten(folder.resolve("bytes")),
                new Cycles(folder.resolve("cycles")));
    }
}
