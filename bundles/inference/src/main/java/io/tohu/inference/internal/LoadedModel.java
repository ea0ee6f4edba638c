/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference.internal;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One model version with its open session.
 *
 * <p>The session is closed once its owner has let go of it and no call uses it any more: {@link #acquire()} before a
 * call, {@link #release()} after it. So a call ends on the version it began with, and nothing runs on a closed session.
 */
final class LoadedModel {

    private static final Logger logger = LoggerFactory.getLogger(LoadedModel.class);

    private final String name;
    private final String version;
    private final OrtSession session;
    private final Map<String, Port> inputs;
    private final Map<String, Port> outputs;
    private final CardFile card;
    private final CallStatistics statistics = new CallStatistics();
    private final AtomicInteger leases = new AtomicInteger(1);
    private final long memoryBytes;
    private volatile Watch watch;

    /**
     * Takes over a session.
     *
     * @param card null for a graph without a card
     * @param memoryBytes what loading it took
     */
    LoadedModel(String name, String version, OrtSession session, CardFile card, long memoryBytes) throws OrtException {
        this.name = name;
        this.version = version;
        this.session = session;
        this.card = card;
        this.memoryBytes = memoryBytes;
        this.inputs = ports(session.getInputInfo());
        this.outputs = ports(session.getOutputInfo());
    }

    private static Map<String, Port> ports(Map<String, NodeInfo> nodes) {
        Map<String, Port> ports = new LinkedHashMap<>();
        nodes.forEach((name, node) -> ports.put(name, Port.of(node)));
        return ports;
    }

    String name() {
        return name;
    }

    String version() {
        return version;
    }

    String id() {
        return version.isEmpty() ? name : name + " " + version;
    }

    Optional<CardFile> card() {
        return Optional.ofNullable(card);
    }

    /** Inputs by name, in the graph's order. */
    Map<String, Port> inputs() {
        return inputs;
    }

    /** Outputs by name, in the graph's order. */
    Map<String, Port> outputs() {
        return outputs;
    }

    CallStatistics statistics() {
        return statistics;
    }

    long memoryBytes() {
        return memoryBytes;
    }

    /** Has the calls from now on watched; null ends it. */
    void watch(Watch by) {
        watch = by;
    }

    void succeeded(long nanos) {
        statistics.succeeded(nanos);
        Watch by = watch;
        if (by != null) {
            by.succeeded(nanos);
        }
    }

    /** Counts a call that this version could not serve, whatever was wrong, its caller's values excepted. */
    void failed(String reason) {
        statistics.failed();
        Watch by = watch;
        if (by != null) {
            by.failed(reason);
        }
    }

    /** The session; only between {@link #acquire()} and {@link #release()}. */
    OrtSession session() {
        return session;
    }

    /** Takes a lease; false when the model was let go of and closed: take the version that is active now. */
    boolean acquire() {
        int held;
        do {
            held = leases.get();
            if (held == 0) {
                return false;
            }
        } while (!leases.compareAndSet(held, held + 1));
        return true;
    }

    /** Gives a lease back; the last one, the owner's included, closes the session. */
    void release() {
        if (leases.decrementAndGet() == 0) {
            try {
                session.close();
            } catch (OrtException e) {
                logger.warn("Model {}: its session did not close", id(), e);
            }
        }
    }
}
