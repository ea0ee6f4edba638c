/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.access;

import io.tohu.opcua.internal.channel.ChannelException;
import io.tohu.opcua.internal.channel.ChannelSpec;
import io.tohu.opcua.internal.channel.Outcome;
import io.tohu.opcua.internal.channel.Tuning;
import io.tohu.opcua.internal.link.Batches;
import io.tohu.opcua.internal.link.Connection;
import io.tohu.opcua.internal.link.LinkException;
import io.tohu.opcua.internal.status.DriverStatus;
import io.tohu.opcua.internal.status.StatusReader;
import java.util.Arrays;
import java.util.List;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;

/**
 * A list of channels whose configuration was read once, to be read from the server any number of times. Node ids are
 * resolved once for each session. Thread-safe.
 */
public final class ReadPlan {

    private final ChannelSpec[] specs;
    private final String[] errors;
    private boolean ofDriver;
    private volatile Resolved resolved;

    private ReadPlan(int size) {
        specs = new ChannelSpec[size];
        errors = new String[size];
    }

    /** Reads the configuration of every channel; a wrong one fails in each execution, and alone. */
    public static ReadPlan of(List<ChannelRecord> channels) {
        ReadPlan plan = new ReadPlan(channels.size());
        for (int i = 0; i < plan.specs.length; i++) {
            try {
                plan.specs[i] = ChannelSpec.of(channels.get(i));
                plan.ofDriver |= !plan.specs[i].kind().ofNode();
            } catch (ChannelException e) {
                plan.errors[i] = e.getMessage();
            }
        }
        return plan;
    }

    /**
     * Reads every channel into its record.
     *
     * @param records as many as the channels of this plan, in the same order
     * @throws LinkException when the connection fails; some records may be filled then. Not with a channel that is about
     *     the driver: that one tells of the failed connection, and each of the others fails by itself
     */
    public void execute(Source source, Tuning tuning, DriverStatus status, List<ChannelRecord> records)
            throws LinkException {
        try {
            readNodes(source.connection(), tuning, records);
        } catch (LinkException e) {
            if (!ofDriver) {
                throw e;
            }
            records.forEach(record -> Outcome.failed(record, e.getMessage()));
        }
        for (int i = 0; ofDriver && i < specs.length; i++) {
            if (specs[i] != null && !specs[i].kind().ofNode()) {
                StatusReader.read(records.get(i), specs[i], status);
            }
        }
    }

    /** Where a session comes from. */
    public interface Source {

        /** @throws LinkException why there is none */
        Connection connection() throws LinkException;
    }

    private void readNodes(Connection connection, Tuning tuning, List<ChannelRecord> records) throws LinkException {
        Resolved targets = resolved;
        if (targets == null || targets.connection != connection) {
            targets = resolve(connection);
            resolved = targets;
        }
        DataValue[] values = Batches.read(connection, targets.items, tuning.maxItems());
        boolean timeless = false;
        int next = 0;
        for (int i = 0; i < specs.length; i++) {
            if (targets.errors[i] != null) {
                Outcome.failed(records.get(i), targets.errors[i]);
            } else if (specs[i].kind().ofNode()) {
                DataValue value = values[next++];
                timeless |= value.sourceTime() == null && value.statusCode().isGood();
                Outcome.read(records.get(i), specs[i], value, tuning.acceptUncertain());
            }
        }
        if (timeless) {
            connection.wantServerTimes();
        }
    }

    private Resolved resolve(Connection connection) {
        String[] failed = errors.clone();
        ReadValueId[] items = new ReadValueId[specs.length];
        int count = 0;
        for (int i = 0; i < specs.length; i++) {
            if (failed[i] == null && specs[i].kind().ofNode()) {
                try {
                    items[count] = new ReadValueId(
                            specs[i].node().resolve(connection.namespaces()),
                            AttributeId.Value.uid(),
                            specs[i].indexRange(),
                            QualifiedName.NULL_VALUE);
                    count++;
                } catch (ChannelException e) {
                    failed[i] = e.getMessage();
                }
            }
        }
        return new Resolved(connection, Arrays.copyOf(items, count), failed);
    }

    private record Resolved(Connection connection, ReadValueId[] items, String[] errors) {}
}
