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

import io.tohu.bench.standalone.Form;
import io.tohu.wires.internal.detector.DetectorConfig;
import io.tohu.wires.internal.window.WindowConfig;
import java.util.Map;

/** Filled-in forms of components: the attributes that are named, the defaults of all others. */
final class Forms {

    private Forms() {}

    static WindowConfig window(String channels, int samples, int stride) {
        return Form.filled(
                WindowConfig.class,
                Map.of("channels", channels, "samples", samples, "stride", stride, "repeats", "SAMPLE"));
    }

    static DetectorConfig detector(String model) {
        return Form.filled(DetectorConfig.class, Map.of("model", model));
    }
}
