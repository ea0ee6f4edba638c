/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.data;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.kura.data.listener.DataServiceListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every listener, whatever the others throw. */
final class DataListeners {

    private static final Logger LOG = LoggerFactory.getLogger(DataListeners.class);

    private final List<DataServiceListener> listeners = new CopyOnWriteArrayList<>();

    void add(DataServiceListener listener) {
        listeners.add(listener);
    }

    void remove(DataServiceListener listener) {
        listeners.remove(listener);
    }

    void tell(Consumer<DataServiceListener> what) {
        for (DataServiceListener listener : listeners) {
            try {
                what.accept(listener);
            } catch (RuntimeException e) {
                LOG.warn("{} failed", listener.getClass().getName(), e);
            }
        }
    }
}
