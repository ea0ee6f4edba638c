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

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.modbus.internal.plan.BlockPlanner.Barriers;
import io.tohu.modbus.internal.point.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockPlannerTest {

    private static final Limits PROTOCOL = new Limits(125, 2000, 16);

    private static Span holding(int start, int length) {
        return new Span(1, Table.HOLDING_REGISTER, start, length);
    }

    private static List<Span> plan(Limits limits, Span... spans) {
        return new BlockPlanner(limits, Barriers.NONE)
                .plan(List.of(spans)).stream().map(Block::span).toList();
    }

    @Test
    void neighboursShareARequestWhateverTheirOrder() {
        assertThat(plan(PROTOCOL, holding(4, 1), holding(0, 2), holding(2, 2))).containsExactly(holding(0, 5));
    }

    @Test
    void aGapIsReadAlongUpToTheLimitAndNotBeyond() {
        Limits limits = new Limits(125, 2000, 3);

        assertThat(plan(limits, holding(0, 1), holding(4, 1))).containsExactly(holding(0, 5));
        assertThat(plan(limits, holding(0, 1), holding(5, 1))).containsExactly(holding(0, 1), holding(5, 1));
    }

    @Test
    void aValueOfSeveralRegistersIsNeverTornApart() {
        assertThat(plan(new Limits(10, 2000, 16), holding(0, 9), holding(9, 2)))
                .containsExactly(holding(0, 9), holding(9, 2));
    }

    @Test
    void unitsAndTablesAreAskedApart() {
        assertThat(plan(
                        PROTOCOL,
                        new Span(1, Table.HOLDING_REGISTER, 0, 1),
                        new Span(2, Table.HOLDING_REGISTER, 1, 1),
                        new Span(2, Table.INPUT_REGISTER, 1, 1)))
                .hasSize(3);
    }

    @Test
    void bitsHaveTheirOwnLimit() {
        List<Span> bits = IntStream.range(0, 2001)
                .mapToObj(i -> new Span(1, Table.COIL, i, 1))
                .toList();

        assertThat(new BlockPlanner(PROTOCOL, Barriers.NONE)
                        .plan(bits).stream().map(b -> b.span().length()))
                .containsExactly(2000, 1);
    }

    @Test
    void aBarrierIsNotCrossed() {
        BlockPlanner planner = new BlockPlanner(PROTOCOL, (block, next) -> next.start() == 2);

        assertThat(planner.plan(List.of(holding(0, 1), holding(1, 1), holding(2, 1))).stream()
                        .map(Block::span))
                .containsExactly(holding(0, 2), holding(2, 1));
    }

    @Test
    void everyPlanKeepsTheLimitsAndNoOtherHasFewerRequests() {
        Random random = new Random(20260101);
        for (int round = 0; round < 3_000; round++) {
            Limits limits = new Limits(4 + random.nextInt(12), 2000, random.nextInt(5));
            List<Span> spans = new ArrayList<>();
            int count = 1 + random.nextInt(7);
            for (int i = 0; i < count; i++) {
                spans.add(holding(random.nextInt(40), 1 + random.nextInt(4)));
            }

            List<Block> blocks = new BlockPlanner(limits, Barriers.NONE).plan(spans);

            assertThat(blocks).allSatisfy(b -> {
                assertThat(b.span().length()).isLessThanOrEqualTo(limits.maxRegisters());
                assertThat(valid(b.members(), limits)).isTrue();
                assertThat(b.members()).allSatisfy(m -> {
                    assertThat(m.start()).isGreaterThanOrEqualTo(b.span().start());
                    assertThat(m.end()).isLessThanOrEqualTo(b.span().end());
                });
            });
            assertThat(blocks.stream().flatMap(b -> b.members().stream()))
                    .containsExactlyInAnyOrderElementsOf(
                            spans.stream().distinct().toList());
            assertThat(blocks).hasSize(fewest(spans.stream().distinct().toList(), new ArrayList<>(), limits));
        }
    }

    /** By trying every way to put the spans into groups. */
    private static int fewest(List<Span> rest, List<List<Span>> groups, Limits limits) {
        if (rest.isEmpty()) {
            return groups.stream().allMatch(g -> valid(g, limits)) ? groups.size() : Integer.MAX_VALUE;
        }
        Span first = rest.get(0);
        List<Span> others = rest.subList(1, rest.size());
        int best = Integer.MAX_VALUE;
        for (int i = 0; i <= groups.size(); i++) {
            List<List<Span>> next = new ArrayList<>();
            groups.forEach(g -> next.add(new ArrayList<>(g)));
            if (i == groups.size()) {
                next.add(new ArrayList<>());
            }
            next.get(i).add(first);
            best = Math.min(best, fewest(others, next, limits));
        }
        return best;
    }

    private static boolean valid(List<Span> group, Limits limits) {
        List<Span> sorted =
                group.stream().sorted(Comparator.comparingInt(Span::start)).toList();
        int end = sorted.get(0).end();
        for (Span span : sorted) {
            if (span.start() - end > limits.maxGap()) {
                return false;
            }
            end = Math.max(end, span.end());
        }
        return end - sorted.get(0).start() <= limits.maxRegisters();
    }
}
