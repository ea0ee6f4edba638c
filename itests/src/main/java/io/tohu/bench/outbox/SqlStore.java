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

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** One table of a database, one commit a message, flushed to disk. */
final class SqlStore implements Contender {

    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement flush;

    private SqlStore(String url, String table, String flush, String... settings) throws IOException {
        try {
            connection = DriverManager.getConnection(url);
            try (Statement statement = connection.createStatement()) {
                for (String setting : settings) {
                    statement.execute(setting);
                }
                statement.execute(table);
                statement.execute("CREATE INDEX next ON message (published, priority, id)");
            }
            insert = connection.prepareStatement(
                    "INSERT INTO message (topic, payload, qos, priority) VALUES (?, ?, 1, 5)");
            this.flush = flush.isEmpty() ? null : connection.prepareStatement(flush);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** SQLite with a write-ahead log that is flushed at each commit. */
    static SqlStore sqlite(Path directory) throws IOException {
        return new SqlStore(
                "jdbc:sqlite:" + directory.resolve("messages.db"),
                "CREATE TABLE message (id INTEGER PRIMARY KEY AUTOINCREMENT, topic TEXT, payload BLOB, qos INT,"
                        + " priority INT, published INT)",
                "",
                "PRAGMA journal_mode=WAL",
                "PRAGMA synchronous=FULL");
    }

    /** H2, told to flush: its commits alone leave messages in the operating system's cache. */
    static SqlStore h2(Path directory) throws IOException {
        return new SqlStore(
                "jdbc:h2:file:" + directory.resolve("messages").toAbsolutePath(),
                "CREATE TABLE message (id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY, topic VARCHAR,"
                        + " payload VARBINARY, qos INT, priority INT, published TIMESTAMP)",
                "CHECKPOINT SYNC");
    }

    @Override
    public void store(byte[] payload) throws IOException {
        try {
            insert.setString(1, TOPIC);
            insert.setBytes(2, payload);
            insert.executeUpdate();
            if (flush != null) {
                flush.execute();
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
