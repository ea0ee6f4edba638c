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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The requests that answer a list of spans, as far as is known about the device; remade when more is known. */
public final class ReadPlan {

    private final int size;
    private final Map<Span, List<Integer>> places = new HashMap<>();
    private final Limits limits;
    private Session session;
    private int version;
    private View view;

    /** @param spans none longer than the limit of its table; the same one may come more than once */
    public ReadPlan(List<Span> spans, Limits limits) {
        this.size = spans.size();
        this.limits = limits;
        for (int i = 0; i < size; i++) {
            places.computeIfAbsent(spans.get(i), s -> new ArrayList<>(1)).add(i);
        }
    }

    /** The requests to make, and the spans that were refused before, in one consistent view. */
    record View(List<Request> requests, List<Request> refused) {}

    /**
     * @param block what to ask for
     * @param places where in the plan's list the block's members stand
     */
    record Request(Block block, int[] places) {}

    /** Number of spans, repeated ones included. */
    int size() {
        return size;
    }

    synchronized View view(Session current) {
        AddressMemory memory = current.memory();
        int now = memory.version();
        if (session != current || version != now) {
            session = current;
            version = now;
            view = new View(
                    new BlockPlanner(limits, memory)
                                    .plan(places.keySet().stream()
                                            .filter(s -> !memory.isRefused(s))
                                            .toList())
                                    .stream()
                                    .map(this::request)
                                    .toList(),
                    places.keySet().stream()
                            .filter(memory::isRefused)
                            .map(s -> request(new Block(s, List.of(s))))
                            .toList());
        }
        return view;
    }

    Request request(Block block) {
        return new Request(
                block,
                block.members().stream()
                        .flatMap(m -> places.get(m).stream())
                        .mapToInt(i -> i)
                        .toArray());
    }
}
