/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.inference;

import io.tohu.bench.Bench;
import io.tohu.cli.process.Layout;
import java.util.List;

/** What a call of the engine costs beside the bare call of ONNX Runtime, and what a swap of a model does to a line. */
public final class InferenceBench implements Bench {

    @Override
    public String name() {
        return "inference";
    }

    @Override
    public List<Part> parts(Layout layout) {
        return List.of(new CallOverhead(layout), new Throughput(layout), new SwapPause(layout));
    }
}
