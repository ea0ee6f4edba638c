/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.pipeline;

import io.tohu.bench.peer.OpcUaPeer;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilter;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilterContext;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;

/** A signal on a server and the alarm that somebody writes beside it when the signal is wrong. */
final class Reaction implements AttributeFilter {

    private static final long PATIENCE_SECONDS = 20;

    private final OpcUaPeer server;
    private final String name;
    private final BlockingQueue<Write> writes = new LinkedBlockingQueue<>();

    private record Write(boolean alarm, long nanos) {}

    Reaction(OpcUaPeer server, String name) {
        this.server = server;
        this.name = name;
        server.add(signal(), BenchModel.HEALTHY);
        server.add(alarm(), false);
        server.watch(alarm(), this);
    }

    String name() {
        return name;
    }

    String signal() {
        return name + "-signal";
    }

    String alarm() {
        return name + "-alarm";
    }

    @Override
    public void writeAttribute(AttributeFilterContext context, AttributeId attribute, Object value) throws UaException {
        if (attribute == AttributeId.Value && ((DataValue) value).value().value() instanceof Boolean alarm) {
            writes.add(new Write(alarm, System.nanoTime()));
        }
        context.writeAttribute(attribute, value);
    }

    /** Makes the signal wrong and gives the milliseconds until the alarm was written. */
    double raise() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        server.set(signal(), BenchModel.FAULTY);
        return (await(true) - begin) / 1e6;
    }

    /** Makes the signal well again; {@link #awaitCleared} waits for what follows. */
    void recover() {
        server.set(signal(), BenchModel.HEALTHY);
    }

    void awaitCleared() throws IOException, InterruptedException {
        await(false);
    }

    private long await(boolean alarm) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            Write write = writes.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (write == null) {
                throw new IOException(name + ": no alarm " + (alarm ? "raised" : "cleared") + " within "
                        + PATIENCE_SECONDS + " s after the signal changed");
            }
            if (write.alarm() == alarm) {
                return write.nanos();
            }
        }
    }
}
