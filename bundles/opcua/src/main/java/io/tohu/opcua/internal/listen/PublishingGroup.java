/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.listen;

import io.tohu.opcua.internal.channel.Tuning;
import io.tohu.opcua.internal.link.Connection;
import io.tohu.opcua.internal.link.StatusText;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.milo.opcua.sdk.client.subscriptions.MonitoredItemServiceOperationResult;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription.SubscriptionListener;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The channels of one publishing interval in one session, all in one subscription. Used by the link's thread only;
 * values arrive in the stack's threads, in the order in which the server sent them.
 */
final class PublishingGroup implements SubscriptionListener {

    private static final Logger LOG = LoggerFactory.getLogger(PublishingGroup.class);
    private static final long DRAIN_MILLIS = 2000;
    private static final long LISTENER_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Connection connection;
    private final OpcUaSubscription subscription;
    private final Supplier<Tuning> tuning;
    private final Losses losses;
    private final Map<ListenedChannel, ChannelItem> items = new HashMap<>();
    private volatile boolean retired;
    private volatile long lastDelivery = System.nanoTime();

    private PublishingGroup(Connection connection, double publishingMillis, Supplier<Tuning> tuning, Losses losses) {
        this.connection = connection;
        this.tuning = tuning;
        this.losses = losses;
        this.subscription = new OpcUaSubscription(connection.client());
        pace(publishingMillis);
        subscription.setSubscriptionListener(this);
    }

    /** @throws UaException when the server does not create the subscription */
    static PublishingGroup create(
            Connection connection, double publishingMillis, Supplier<Tuning> tuning, Losses losses) throws UaException {
        PublishingGroup group = new PublishingGroup(connection, publishingMillis, tuning, losses);
        group.subscription.create();
        double revised = group.subscription.getRevisedPublishingInterval().orElse(publishingMillis);
        if (revised > publishingMillis) {
            // Counts of a slower interval than was asked for would stretch every timeout by as much.
            group.pace(revised);
            group.subscription.modify();
        }
        return group;
    }

    /**
     * Keep-alive and lifetime are counted in publishing intervals, but what they bridge, pauses of the server and broken
     * lines, lasts as long at any interval.
     */
    private void pace(double publishingMillis) {
        subscription.setPublishingInterval(publishingMillis);
        double session = connection.sessionTimeout().toMillis() / Math.max(1, publishingMillis);
        subscription.setLifetimeCount(
                Unsigned.uint(Math.max(subscription.getLifetimeCount().longValue(), (long) Math.ceil(session))));
    }

    /**
     * Has channels monitored.
     *
     * @return those that the server does not monitor, with the reason
     */
    Map<ListenedChannel, String> add(Collection<ChannelItem> wanted) {
        subscription.setMaxMonitoredItemsPerCall(Unsigned.uint(tuning.get().maxItems()));
        for (ChannelItem item : wanted) {
            items.put(item.channel(), item);
            subscription.addMonitoredItem(item);
        }
        Map<ListenedChannel, String> failures = new HashMap<>();
        for (MonitoredItemServiceOperationResult result : subscription.createMonitoredItems()) {
            StatusCode answer = result.operationResult().orElse(result.serviceResult());
            if (!answer.isGood() && result.monitoredItem() instanceof ChannelItem item) {
                subscription.removeMonitoredItem(item);
                items.remove(item.channel());
                failures.put(
                        item.channel(),
                        StatusText.of(answer) + " (" + item.channel().spec().node() + ")" + advice(item, answer));
            }
        }
        return failures;
    }

    private static String advice(ChannelItem item, StatusCode answer) {
        long code = answer.value();
        boolean filter = code == StatusCodes.Bad_MonitoredItemFilterUnsupported
                || code == StatusCodes.Bad_MonitoredItemFilterInvalid
                || code == StatusCodes.Bad_FilterNotAllowed
                || code == StatusCodes.Bad_DeadbandFilterInvalid;
        return switch (item.channel().spec().monitoring().deadbandKind()) {
            case PERCENT -> filter ? ": a deadband in PERCENT needs a node with an EURange, take ABSOLUTE" : "";
            case ABSOLUTE -> filter ? ": the server has no deadband for this node, take NONE" : "";
            case NONE -> "";
        };
    }

    /** Has channels not monitored any more. */
    void remove(Collection<ListenedChannel> unwanted) {
        for (ListenedChannel channel : unwanted) {
            ChannelItem item = items.remove(channel);
            if (item != null) {
                subscription.removeMonitoredItem(item);
            }
        }
        subscription.deleteMonitoredItems();
    }

    /** Deletes the subscription on the server. */
    void delete() {
        try {
            subscription.delete();
        } catch (UaException e) {
            LOG.debug("Subscription not deleted: {}", e.getMessage());
        }
    }

    Collection<ListenedChannel> channels() {
        return List.copyOf(items.keySet());
    }

    /** Tells every channel, after the values that are still on their way to it. */
    void fail(String reason) {
        Collection<ListenedChannel> channels = channels();
        subscription.getDeliveryQueue().execute(() -> channels.forEach(channel -> channel.failed(reason)));
    }

    /** Tells every channel that had failed its last value again, for the server sends only what changes. */
    void resume() {
        Collection<ListenedChannel> channels = channels();
        boolean acceptUncertain = tuning.get().acceptUncertain();
        subscription.getDeliveryQueue().execute(() -> channels.forEach(channel -> channel.resumed(acceptUncertain)));
    }

    /** Lets values that have arrived reach their listeners, and then no more. */
    void retire() {
        CompletableFuture<Void> drained = new CompletableFuture<>();
        subscription.getDeliveryQueue().execute(() -> drained.complete(null));
        try {
            drained.get(DRAIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("A listener is slower than the end of the session", e);
        }
        retired = true;
    }

    @Override
    public void onDataReceived(OpcUaSubscription from, List<OpcUaMonitoredItem> received, List<DataValue> values) {
        boolean acceptUncertain = tuning.get().acceptUncertain();
        for (int i = 0; i < values.size() && !retired; i++) {
            ListenedChannel channel = ((ChannelItem) received.get(i)).channel();
            DataValue value = values.get(i);
            if (value.statusCode().isOverflowSet()) {
                losses.overflowed(channel);
            }
            channel.value(value, acceptUncertain);
        }
        lastDelivery = System.nanoTime();
    }

    @Override
    public void onNotificationDataLost(OpcUaSubscription from) {
        losses.missed();
    }

    @Override
    public void onWatchdogTimerElapsed(OpcUaSubscription from) {
        // Nothing is asked of the server while a listener is busy; its silence then says nothing about it.
        if (System.nanoTime() - lastDelivery < LISTENER_NANOS) {
            return;
        }
        connection.abandon("the server stopped sending what was subscribed");
    }

    @Override
    public void onStatusChanged(OpcUaSubscription from, StatusCode reason) {
        connection.abandon("the server ended the subscription: " + StatusText.of(reason));
    }

    @Override
    public void onTransferFailed(OpcUaSubscription from, StatusCode reason) {
        connection.abandon("the server did not keep the subscription: " + StatusText.of(reason));
    }
}
