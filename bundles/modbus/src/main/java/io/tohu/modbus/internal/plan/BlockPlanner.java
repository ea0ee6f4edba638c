/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Puts spans into the fewest read requests.
 *
 * <p>Going through the spans by start address, and opening a new block only when the next span no longer fits, is
 * optimal: some block has to start at the first span's start, none that covers it can reach further, and what it
 * leaves over starts at the next span's start.
 */
public final class BlockPlanner {

    private static final Comparator<Span> BY_ADDRESS = Comparator.comparingInt(Span::unit)
            .thenComparing(Span::table)
            .thenComparingInt(Span::start)
            .thenComparingInt(Span::end);

    private final Limits limits;
    private final Barriers barriers;

    public BlockPlanner(Limits limits, Barriers barriers) {
        this.limits = limits;
        this.barriers = barriers;
    }

    /** Where a device was seen to refuse one request over both sides. */
    public interface Barriers {

        Barriers NONE = (block, next) -> false;

        /**
         * @param block what the block holds so far
         * @param next the span to join, starting at or after the block
         */
        boolean between(Span block, Span next);
    }

    /**
     * @param spans in any order, repeated or overlapping as they come, none longer than the limit of its table
     * @return blocks in order of unit, table and address; each distinct span is a member of exactly one
     */
    public List<Block> plan(Collection<Span> spans) {
        List<Span> sorted = spans.stream().distinct().sorted(BY_ADDRESS).toList();
        List<Block> blocks = new ArrayList<>();
        int from = 0;
        while (from < sorted.size()) {
            Span block = sorted.get(from);
            int to = from + 1;
            while (to < sorted.size() && fits(block, sorted.get(to))) {
                block = join(block, sorted.get(to));
                to++;
            }
            blocks.add(new Block(block, sorted.subList(from, to)));
            from = to;
        }
        return blocks;
    }

    private boolean fits(Span block, Span next) {
        return block.sameTable(next)
                && next.start() - block.end() <= limits.maxGap()
                && join(block, next).length() <= limits.maxLength(block.table())
                && !barriers.between(block, next);
    }

    private static Span join(Span block, Span next) {
        return new Span(block.unit(), block.table(), block.start(), Math.max(block.end(), next.end()) - block.start());
    }
}
