/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal;

import java.util.List;

/** Channel names as they stand in a window's record; the windows of one stream share one list. Not thread-safe. */
public final class ChannelNames {

    private String text = "";
    private List<String> names = List.of();

    static String join(List<String> names) {
        return String.join(",", names);
    }

    List<String> split(String joined) {
        if (!joined.equals(text)) {
            names = List.of(joined.split(","));
            text = joined;
        }
        return names;
    }
}
