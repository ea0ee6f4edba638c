/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference;

import java.util.List;
import java.util.Objects;

/**
 * {@code samples} rows of {@code channels.size()} columns, row-major and oldest first.
 *
 * @param channels the columns' names
 * @param samples number of rows, at least 1
 * @param values {@code samples × channels.size()} values in the channels' units
 */
public record SampleWindow(List<String> channels, int samples, float[] values) {

    public SampleWindow {
        Objects.requireNonNull(values, "values");
        channels = List.copyOf(channels);
        if (samples < 1 || channels.isEmpty()) {
            throw new IllegalArgumentException("a window has at least one sample of one channel");
        }
        if (values.length != samples * channels.size()) {
            throw new IllegalArgumentException("a window of " + samples + " samples of " + channels.size()
                    + " channels has " + samples * channels.size() + " values, not " + values.length);
        }
    }
}
