/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.WireSupport;
import org.osgi.service.wireadmin.Wire;

/** Keeps what a component emits. */
public final class RecordingSupport implements WireSupport {

    private final List<List<WireRecord>> emitted = new CopyOnWriteArrayList<>();

    @Override
    public void emit(List<WireRecord> records) {
        emitted.add(records);
    }

    /** @return the properties of the first record of each envelope */
    public List<Map<String, TypedValue<?>>> records() {
        return emitted.stream().map(records -> records.get(0).getProperties()).toList();
    }

    @Override
    public Object polled(Wire wire) {
        return null;
    }

    @Override
    public void consumersConnected(Wire[] wires) {
        // Everything is kept here.
    }

    @Override
    public void updated(Wire wire, Object value) {
        // Nothing comes in here.
    }

    @Override
    public void producersConnected(Wire[] wires) {
        // Nothing comes in here.
    }
}
