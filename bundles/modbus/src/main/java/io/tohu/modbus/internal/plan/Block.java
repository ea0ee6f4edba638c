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

import java.util.List;

/**
 * One read request.
 *
 * @param span what is asked for
 * @param members the spans it answers, in order of their start, each whole
 */
public record Block(Span span, List<Span> members) {

    static Block of(List<Span> members) {
        Span first = members.get(0);
        int end = members.stream().mapToInt(Span::end).max().orElseThrow();
        return new Block(new Span(first.unit(), first.table(), first.start(), end - first.start()), members);
    }

    /** The same members in two requests. A block of one member cannot be split. */
    public List<Block> halves() {
        int middle = members.size() / 2;
        return List.of(of(members.subList(0, middle)), of(members.subList(middle, members.size())));
    }
}
