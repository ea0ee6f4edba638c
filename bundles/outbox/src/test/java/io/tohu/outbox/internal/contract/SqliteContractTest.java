/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal.contract;

import java.nio.file.Path;
import java.sql.SQLException;
import org.eclipse.kura.message.store.provider.MessageStore;
import org.junit.jupiter.api.io.TempDir;

/** The contract's tests hold for a store that has nothing in common with ours. */
class SqliteContractTest extends MessageStoreContract {

    @TempDir
    private Path directory;

    private long passed;

    @Override
    protected MessageStore open() throws SQLException {
        return new PlainSqliteStore(directory.resolve("messages.db"), () -> System.currentTimeMillis() + passed);
    }

    @Override
    protected void pass(int seconds) {
        passed += seconds * 1000L;
    }
}
