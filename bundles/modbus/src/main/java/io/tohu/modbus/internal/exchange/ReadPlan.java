/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.exchange;

import io.tohu.modbus.internal.plan.AddressMemory;
import io.tohu.modbus.internal.plan.Block;
import io.tohu.modbus.internal.plan.BlockPlanner;
import io.tohu.modbus.internal.plan.Limits;
import io.tohu.modbus.internal.plan.Span;
import java.util.Collection;
import java.util.List;

/** The requests that answer a set of spans, as far as is known about the device; remade when more is known. */
public final class ReadPlan {

    private final Collection<Span> spans;
    private final Limits limits;
    private Session session;
    private int version;
    private List<Block> blocks;
    private List<Span> refused;

    /** @param spans none longer than the limit of its table */
    public ReadPlan(Collection<Span> spans, Limits limits) {
        this.spans = spans;
        this.limits = limits;
    }

    /** The requests to make, and the spans that were refused before, in one consistent view. */
    record View(List<Block> blocks, List<Span> refused) {}

    synchronized View view(Session current) {
        AddressMemory memory = current.memory();
        int now = memory.version();
        if (session != current || version != now) {
            session = current;
            version = now;
            refused = spans.stream().distinct().filter(memory::isRefused).toList();
            blocks = new BlockPlanner(limits, memory)
                    .plan(spans.stream().filter(s -> !memory.isRefused(s)).toList());
        }
        return new View(blocks, refused);
    }
}
