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

import io.tohu.modbus.internal.point.Table;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AddressMemoryTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final AddressMemory memory = new AddressMemory(now::get, () -> 100);

    private static Span holding(int start, int length) {
        return new Span(1, Table.HOLDING_REGISTER, start, length);
    }

    @Test
    void aRefusedAddressIsLeftAloneForATimeAlsoWhenTheClockOverflows() {
        memory.refuse(holding(7, 1), "no such address");
        assertThat(memory.refusal(holding(7, 1))).contains("no such address");

        now.addAndGet(99);
        assertThat(memory.refusal(holding(7, 1))).isPresent();
        now.addAndGet(1);
        assertThat(memory.refusal(holding(7, 1))).isEmpty();
        assertThat(memory.isRefused(holding(7, 1))).isTrue();
    }

    @Test
    void anAddressThatWorksAgainCallsForANewPlan() {
        memory.refuse(holding(7, 1), "no such address");
        int before = memory.version();

        memory.accept(holding(7, 1));

        assertThat(memory.isRefused(holding(7, 1))).isFalse();
        assertThat(memory.version()).isNotEqualTo(before);
    }

    @Test
    void aRefusalThatIsRepeatedLeavesThePlanAlone() {
        memory.refuse(holding(7, 1), "no such address");
        int before = memory.version();

        memory.refuse(holding(7, 1), "no such address");

        assertThat(memory.version()).isEqualTo(before);
    }

    @Test
    void noBlockReachesOverARefusedAddressOrACut() {
        memory.refuse(holding(2, 1), "no such address");
        memory.cut(holding(10, 1));
        BlockPlanner planner = new BlockPlanner(new Limits(125, 2000, 5), memory);

        List<Block> blocks =
                planner.plan(List.of(holding(1, 1), holding(3, 1), holding(4, 1), holding(9, 1), holding(10, 1)));

        assertThat(blocks.stream().map(Block::span)).containsExactly(holding(1, 1), holding(3, 7), holding(10, 1));
    }

    @Test
    void whatOneUnitRefusesIsNotHeldAgainstAnother() {
        memory.refuse(holding(2, 1), "no such address");
        memory.cut(holding(3, 1));

        assertThat(memory.between(new Span(2, Table.HOLDING_REGISTER, 1, 1), new Span(2, Table.HOLDING_REGISTER, 3, 1)))
                .isFalse();
    }
}
