/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.link;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaSession;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaServiceFaultException;
import org.eclipse.milo.opcua.stack.core.types.UaRequestMessageType;
import org.eclipse.milo.opcua.stack.core.types.UaResponseMessageType;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.RequestHeader;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One session with a server, from its creation until it is given up. Everything learned about the server (namespace
 * indexes, limits, types) is valid for this object only. Thread-safe.
 */
public final class Connection {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final OpcUaClient client;
    private final OpcUaSession session;
    private final Consumer<Signal> signals;
    private final String endpointUrl;
    private final Duration requestTimeout;
    private final ItemLimit readLimit;
    private final ItemLimit writeLimit;
    private final NodeTypes nodeTypes;
    private volatile TimestampsToReturn times = TimestampsToReturn.Source;

    Connection(OpcUaClient client, OpcUaSession session, LinkSettings settings, Consumer<Signal> signals) {
        this.client = client;
        this.session = session;
        this.signals = signals;
        this.endpointUrl = settings.endpointUrl();
        this.requestTimeout = settings.requestTimeout();
        this.readLimit = ItemLimit.ofServer(client, l -> l.maxNodesPerRead());
        this.writeLimit = ItemLimit.ofServer(client, l -> l.maxNodesPerWrite());
        this.nodeTypes = new NodeTypes(this);
    }

    /** The stack's client, for subscriptions. */
    public OpcUaClient client() {
        return client;
    }

    /** Namespace URIs and indexes of this session. */
    public NamespaceTable namespaces() {
        return client.getNamespaceTable();
    }

    /** How many items a read request may have. */
    public ItemLimit readLimit() {
        return readLimit;
    }

    /** How many items a write request may have. */
    public ItemLimit writeLimit() {
        return writeLimit;
    }

    /** Data types of nodes to write to. */
    public NodeTypes nodeTypes() {
        return nodeTypes;
    }

    /**
     * From now on reads bring the server's times too, because sources do not give theirs. Without need they are not asked
     * for: they would be a tenth of the work of a large read.
     */
    public void wantServerTimes() {
        times = TimestampsToReturn.Both;
    }

    /** Gives this session up, for a reason that the stack does not see; a new one follows. */
    public void abandon(String reason) {
        signals.accept(new Signal(Signal.Kind.BROKEN, this, reason));
    }

    /**
     * Reads attributes; one result for each item, in the same order.
     *
     * @throws ServiceException when the server refuses the whole request
     * @throws LinkException when no answer comes
     */
    public DataValue[] read(ReadValueId[] items) throws LinkException, ServiceException {
        ReadRequest request = new ReadRequest(header(), 0.0, times, items);
        DataValue[] results = call(request, ReadResponse.class).getResults();
        checkCount(results == null ? 0 : results.length, items.length);
        return results;
    }

    /**
     * How long the server takes to answer a small request, way included.
     *
     * @throws LinkException when no answer comes
     */
    public Duration ping() throws LinkException {
        ReadValueId[] state = {
            new ReadValueId(NodeIds.Server_ServerStatus_State, AttributeId.Value.uid(), null, QualifiedName.NULL_VALUE)
        };
        long begun = System.nanoTime();
        try {
            read(state);
        } catch (ServiceException e) {
            LOG.debug("The server refuses to tell its state, which is an answer too", e);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /**
     * Writes attributes; one result for each item, in the same order.
     *
     * @throws ServiceException when the server refuses the whole request
     * @throws LinkException when no answer comes; whether the values were written is not known then
     */
    public StatusCode[] write(WriteValue[] items) throws LinkException, ServiceException {
        StatusCode[] results =
                call(new WriteRequest(header(), items), WriteResponse.class).getResults();
        checkCount(results == null ? 0 : results.length, items.length);
        return results;
    }

    /**
     * Sends one request and waits for its answer.
     *
     * @throws ServiceException when the server refuses the request
     * @throws LinkException when no answer comes
     */
    <T extends UaResponseMessageType> T call(UaRequestMessageType request, Class<T> answer)
            throws LinkException, ServiceException {
        CompletableFuture<UaResponseMessageType> future = client.sendRequestAsync(request);
        try {
            return answer.cast(future.get(requestTimeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkException(endpointUrl + ": interrupted while waiting for an answer", e);
        } catch (TimeoutException | ExecutionException e) {
            UaServiceFaultException fault = Failures.serviceFault(e);
            if (fault != null && !Failures.endsSession(fault.getStatusCode())) {
                throw new ServiceException(fault.getStatusCode());
            }
            throw new LinkException(endpointUrl + ": " + Failures.describe(e), e);
        }
    }

    /** A header for a request of this session. */
    RequestHeader header() {
        return client.newRequestHeader(session.getAuthenticationToken());
    }

    /** How long the server keeps this session without hearing from the client. */
    public Duration sessionTimeout() {
        return Duration.ofMillis(session.getSessionTimeout().longValue());
    }

    private void checkCount(int results, int items) throws LinkException {
        if (results != items) {
            throw new LinkException(endpointUrl + ": the server sent " + results + " results for " + items + " items");
        }
    }
}
