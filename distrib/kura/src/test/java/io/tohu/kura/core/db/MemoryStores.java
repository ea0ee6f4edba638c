/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.db;

import io.tohu.kura.testing.Configs;
import java.time.Clock;
import java.util.Map;
import org.eclipse.kura.message.store.provider.MessageStore;
import org.eclipse.kura.message.store.provider.MessageStoreProvider;

/** Gives other packages' tests the store in memory. */
public final class MemoryStores {

    private MemoryStores() {}

    /** @return an empty store */
    public static MessageStore create() {
        return new MemoryMessageStore(Clock.systemUTC());
    }

    /** @return a provider without stores yet */
    public static MessageStoreProvider provider() {
        return new MemoryStoreProvider(Configs.of(MemoryStoreConfig.class, Map.of()));
    }
}
