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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.kura.KuraStoreException;
import org.eclipse.kura.data.DataTransportToken;
import org.eclipse.kura.message.store.StoredMessage;
import org.eclipse.kura.message.store.provider.MessageStore;

/** The contract over one table, as plainly as can be: what the contract's tests say is held against two stores. */
final class PlainSqliteStore implements MessageStore {

    private final Connection connection;
    private final LongSupplier clock;

    PlainSqliteStore(Path file, LongSupplier clock) throws SQLException {
        this.connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        this.clock = clock;
        run("PRAGMA journal_mode=WAL");
        run("PRAGMA synchronous=FULL");
        run("CREATE TABLE IF NOT EXISTS message (id INTEGER PRIMARY KEY AUTOINCREMENT, topic TEXT NOT NULL"
                + " CHECK (trim(topic) <> ''), payload BLOB, qos INT, retain INT, priority INT, created INT,"
                + " published INT, confirmed INT, dropped INT, number INT, session TEXT)");
        run("CREATE INDEX IF NOT EXISTS next ON message (published, priority, id)");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int update(String sql, Object... values) throws KuraStoreException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                return keys.next() ? keys.getInt(1) : 0;
            }
        } catch (SQLException e) {
            throw new KuraStoreException(e, "update");
        }
    }

    private List<StoredMessage> query(String rest, Object... values) throws KuraStoreException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM message " + rest)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<StoredMessage> messages = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    messages.add(message(row));
                }
            }
            return messages;
        } catch (SQLException e) {
            throw new KuraStoreException(e, "query");
        }
    }

    private static StoredMessage message(ResultSet row) throws SQLException {
        String session = row.getString("session");
        return new StoredMessage.Builder(row.getInt("id"))
                .withTopic(row.getString("topic"))
                .withPayload(row.getBytes("payload"))
                .withQos(row.getInt("qos"))
                .withRetain(row.getBoolean("retain"))
                .withPriority(row.getInt("priority"))
                .withCreatedOn(date(row, "created"))
                .withPublishedOn(date(row, "published"))
                .withConfirmedOn(date(row, "confirmed"))
                .withDroppedOn(date(row, "dropped"))
                .withDataTransportToken(session == null ? null : new DataTransportToken(row.getInt("number"), session))
                .build();
    }

    private static Date date(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : new Date(millis);
    }

    @Override
    public int store(String topic, byte[] payload, int qos, boolean retain, int priority) throws KuraStoreException {
        return update(
                "INSERT INTO message (topic, payload, qos, retain, priority, created) VALUES (?, ?, ?, ?, ?, ?)",
                topic,
                payload,
                qos,
                retain,
                priority,
                clock.getAsLong());
    }

    @Override
    public void markAsPublished(int msgId) throws KuraStoreException {
        update("UPDATE message SET published = ? WHERE id = ?", clock.getAsLong(), msgId);
    }

    @Override
    public void markAsPublished(int msgId, DataTransportToken token) throws KuraStoreException {
        update(
                "UPDATE message SET published = ?, number = ?, session = ? WHERE id = ?",
                clock.getAsLong(),
                token.getMessageId(),
                token.getSessionId(),
                msgId);
    }

    @Override
    public void markAsConfirmed(int msgId) throws KuraStoreException {
        update("UPDATE message SET confirmed = ? WHERE id = ?", clock.getAsLong(), msgId);
    }

    @Override
    public Optional<StoredMessage> getNextMessage() throws KuraStoreException {
        return query("WHERE published IS NULL ORDER BY priority, id LIMIT 1").stream()
                .findFirst();
    }

    @Override
    public Optional<StoredMessage> get(int msgId) throws KuraStoreException {
        return query("WHERE id = ?", msgId).stream().findFirst();
    }

    @Override
    public int getMessageCount() throws KuraStoreException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM message")) {
            return row.getInt(1);
        } catch (SQLException e) {
            throw new KuraStoreException(e, "count");
        }
    }

    @Override
    public List<StoredMessage> getUnpublishedMessages() throws KuraStoreException {
        return query("WHERE published IS NULL ORDER BY priority, id");
    }

    @Override
    public List<StoredMessage> getInFlightMessages() throws KuraStoreException {
        return query("WHERE qos > 0 AND published IS NOT NULL AND confirmed IS NULL AND dropped IS NULL");
    }

    @Override
    public List<StoredMessage> getDroppedMessages() throws KuraStoreException {
        return query("WHERE dropped IS NOT NULL");
    }

    @Override
    public void unpublishAllInFlighMessages() throws KuraStoreException {
        update("UPDATE message SET published = NULL WHERE qos > 0 AND confirmed IS NULL AND dropped IS NULL");
    }

    @Override
    public void dropAllInFlightMessages() throws KuraStoreException {
        update(
                "UPDATE message SET dropped = ? WHERE qos > 0 AND published IS NOT NULL AND confirmed IS NULL",
                clock.getAsLong());
    }

    @Override
    public void deleteStaleMessages(int purgeAgeSeconds) throws KuraStoreException {
        long horizon = clock.getAsLong() - purgeAgeSeconds * 1000L;
        update(
                "DELETE FROM message WHERE dropped <= ? OR confirmed <= ? OR (qos = 0 AND published <= ?)",
                horizon,
                horizon,
                horizon);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
