/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal;

import io.tohu.outbox.internal.contract.MessageStoreContract;
import io.tohu.outbox.internal.log.DurableQueue;
import io.tohu.outbox.internal.log.QueueSettings;
import java.nio.file.Path;
import org.eclipse.kura.message.store.provider.MessageStore;
import org.junit.jupiter.api.io.TempDir;

class OutboxContractTest extends MessageStoreContract {

    private final TestClock clock = new TestClock();

    @TempDir
    private Path directory;

    @Override
    protected MessageStore open() {
        DurableQueue queue = new DurableQueue(
                "test",
                new Directory(directory, new StoredKey(null, false)),
                QueueSettings.DEFAULT,
                clock.time(),
                () -> {});
        return new OutboxStore(queue, queue::close);
    }

    @Override
    protected void pass(int seconds) {
        clock.pass(seconds * 1000L);
    }

    @Override
    protected boolean jump(int seconds) {
        clock.jump(seconds * 1000L);
        return true;
    }
}
