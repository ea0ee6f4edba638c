/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.pipeline;

import io.tohu.bench.Bench;
import io.tohu.cli.process.Layout;
import java.util.List;

/** The way of a value from the field to a decision and back, each step beside what it costs without Tohu. */
public final class PipelineBench implements Bench {

    @Override
    public String name() {
        return "pipeline";
    }

    @Override
    public List<Part> parts(Layout layout) {
        return List.of(new DetectorPath(layout), new FieldRates(layout), new WriteBack(layout), new Boot(layout));
    }
}
