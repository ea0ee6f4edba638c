/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal.log;

import java.util.TreeMap;

/** Shares of the queue that messages of single priorities may take at most. */
public final class Quotas {

    public static final Quotas NONE = new Quotas(new TreeMap<>());

    private final TreeMap<Integer, Integer> percent;

    private Quotas(TreeMap<Integer, Integer> percent) {
        this.percent = percent;
    }

    /** Reads {@code 5=60, 7=30}: at most 60 % for priority 5 and 30 % for priority 7; others are not bounded. */
    public static Quotas parse(String text) {
        return new Quotas(PriorityTable.parse(text, "share in percent", 1, 100));
    }

    /** Share of a priority, 1 without a bound. */
    double share(int priority) {
        return percent.getOrDefault(priority, 100) / 100.0;
    }
}
