/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.drivers;

import io.tohu.bench.Bench;
import io.tohu.cli.process.Layout;
import java.util.List;

/** The drivers beside the libraries that they stand on: what their care costs. */
public final class DriversBench implements Bench {

    @Override
    public String name() {
        return "drivers";
    }

    @Override
    public List<Part> parts(Layout layout) {
        return List.of(
                new DirectOpcUa(layout), new WireOpcUa(layout), new DirectModbus(layout), new SerialModbus(layout));
    }
}
