/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.detector;

import io.tohu.inference.Score.Contribution;
import java.util.List;

/** Names the channels that contributed most, {@code name=share} with two decimals, largest first. */
final class Contributors {

    private Contributors() {}

    /** Written without streams and formatters: it runs for every window. */
    static String largest(List<Contribution> contributions, int count) {
        StringBuilder text = new StringBuilder();
        boolean[] named = new boolean[contributions.size()];
        for (int n = Math.min(count, named.length); n > 0; n--) {
            int largest = -1;
            for (int i = 0; i < named.length; i++) {
                if (!named[i]
                        && (largest < 0
                                || contributions.get(i).share()
                                        > contributions.get(largest).share())) {
                    largest = i;
                }
            }
            named[largest] = true;
            append(text, contributions.get(largest));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Contribution contribution) {
        if (text.length() > 0) {
            text.append(',');
        }
        long hundredths = Math.round(contribution.share() * 100);
        text.append(contribution.feature()).append('=');
        if (hundredths < 0) {
            text.append('-');
        }
        long size = Math.abs(hundredths);
        text.append(size / 100).append('.');
        if (size % 100 < 10) {
            text.append('0');
        }
        text.append(size % 100);
    }
}
