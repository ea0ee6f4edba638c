/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.outbox;

import io.tohu.outbox.OutboxStatus;
import io.tohu.outbox.internal.OutboxComponent;
import io.tohu.outbox.internal.OutboxConfig;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.message.store.provider.MessageStore;
import org.eclipse.kura.system.SystemService;

/** The component of the gateway, used as Kura's data service uses it: count and store under one lock. */
final class OutboxStoreUnderTest implements Contender {

    private static final String NAME = "bench";

    private final OutboxComponent component;
    private final MessageStore store;

    /** @param intervals flush intervals as in the form */
    OutboxStoreUnderTest(Path directory, String intervals) throws IOException {
        Map<String, Object> form = Map.of(
                "size_mb", 4096,
                "messages", 2_000_000,
                "disk_reserve_mb", 0,
                "flush_intervals", intervals,
                "quotas", "",
                "alarm_priority", 4,
                "compress_from", 0,
                "encrypt", false);
        component = new OutboxComponent(
                stub(SystemService.class, (proxy, method, arguments) -> directory.toString()),
                stub(CryptoService.class, (proxy, method, arguments) -> null),
                stub(OutboxConfig.class, (proxy, method, arguments) -> form.get(method.getName())),
                Map.of("kura.service.pid", NAME));
        try {
            store = component.openMessageStore(NAME);
        } catch (KuraException e) {
            throw new IOException(e);
        }
    }

    private static <T> T stub(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    MessageStore store() {
        return store;
    }

    OutboxStatus status() {
        return component.status().get(NAME);
    }

    @Override
    public void store(byte[] payload) throws IOException {
        try {
            synchronized (store) {
                if (store.getMessageCount() < Integer.MAX_VALUE) {
                    store.store(TOPIC, payload, 1, false, 5);
                }
            }
        } catch (KuraException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
