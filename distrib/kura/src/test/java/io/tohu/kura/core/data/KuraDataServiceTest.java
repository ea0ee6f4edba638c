/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.data;

import static io.tohu.kura.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tohu.kura.testing.Configs;
import io.tohu.kura.testing.Fakes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.KuraConnectException;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.KuraStoreCapacityReachedException;
import org.eclipse.kura.KuraStoreException;
import org.eclipse.kura.connection.listener.ConnectionListener;
import org.eclipse.kura.data.listener.DataServiceListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KuraDataServiceTest {

    private final FakeTransport transport = new FakeTransport();
    private final FakeStore store = new FakeStore();
    private KuraDataService queue;

    @AfterEach
    void stop() {
        queue.deactivate();
    }

    @Test
    void aFullStoreRefusesPriorityTwoAndTakesZeroAndOne() throws KuraStoreException {
        start(Map.of("store.capacity", 1));
        publish("first", 1, 2);

        assertThatThrownBy(() -> publish("second", 1, 2)).isInstanceOf(KuraStoreCapacityReachedException.class);
        publish("urgent", 1, 1);
        publish("most urgent", 1, 0);

        assertThat(store.getUnpublishedMessages()).hasSize(3);
    }

    @Test
    void aFullStoreLeavesTheConnectionAlone() throws KuraException {
        start(Map.of("store.capacity", 1));
        queue.connect();
        transport.brokerIsThere = false;
        store.store("kept", new byte[0], 1, false, 7);

        assertThatThrownBy(() -> publish("refused", 1, 2)).isInstanceOf(KuraStoreCapacityReachedException.class);

        assertThat(transport.isConnected()).isTrue();
    }

    @Test
    void aStoreThatFailsBreaksTheConnection() throws KuraException {
        start(Map.of());
        queue.connect();
        store.fails = true;

        assertThatThrownBy(() -> publish("lost", 1, 5)).isInstanceOf(KuraStoreException.class);

        assertThat(transport.isConnected()).isFalse();
    }

    @Test
    void aStoreThatCannotSayWhatWasSentBreaksTheConnectionWhileConfirmationsStillArrive() throws KuraException {
        start(Map.of());
        transport.confirmsWhenDisconnecting = true;
        queue.connect();
        store.cannotMark = true;

        publish("sent", 1, 4);

        eventually("the connection is broken", () -> !transport.isConnected());
        assertThat(transport.confirmedWhenDisconnecting).isTrue();
    }

    @Test
    void withoutAStoreNothingCanBePublished() {
        queue = new KuraDataService("data", transport, config(Map.of()), null, TimeUnit.MILLISECONDS);

        assertThatThrownBy(() -> publish("lost", 1, 5)).isInstanceOf(KuraStoreException.class);
    }

    @Test
    void oneCallerAtATimeCountsAndStores() throws InterruptedException {
        start(Map.of());
        List<Thread> publishers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            publishers.add(new Thread(() -> {
                for (int n = 0; n < 50; n++) {
                    publishUnchecked();
                }
            }));
        }
        publishers.forEach(Thread::start);
        for (Thread publisher : publishers) {
            publisher.join();
        }

        assertThat(store.mostCallersInside).hasValue(1);
    }

    private void publishUnchecked() {
        try {
            publish("any", 1, 5);
        } catch (KuraStoreException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void noMoreThanTheMaximumIsInFlightUntilOneIsConfirmed() throws KuraException {
        start(Map.of("in-flight-messages.max-number", 2));
        queue.connect();
        for (int i = 0; i < 3; i++) {
            publish("message", 1, 4);
        }
        eventually("two are sent", () -> transport.sent.size() == 2);

        transport.confirm(transport.tokens.get(0));

        eventually("the third is sent", () -> transport.sent.size() == 3);
    }

    @Test
    void aMessageOfQosZeroPassesWhileTooManyAreInFlight() throws KuraException {
        start(Map.of("in-flight-messages.max-number", 1));
        queue.connect();
        publish("fills", 1, 4);
        eventually("the first is sent", () -> transport.sent.size() == 1);

        publish("once", 0, 3);

        eventually("the second is sent", () -> transport.sent.contains("once"));
    }

    @Test
    void theRateLimitHoldsPriorityFiveAndLetsFourPass() throws KuraException {
        start(Map.of("enable.rate.limit", true, "rate.limit.time.unit", "DAYS"));
        queue.connect();
        publish("takes the burst", 0, 5);
        eventually("the burst is sent", () -> transport.sent.size() == 1);

        publish("held", 0, 5);
        publish("passes", 0, 4);

        eventually("the urgent one is sent", () -> transport.sent.contains("passes"));
        assertThat(transport.sent).doesNotContain("held");
    }

    @Test
    void aNewSessionSendsUnconfirmedMessagesAgain() throws KuraException {
        start(Map.of());
        queue.connect();
        publish("message", 1, 4);
        eventually("it is sent", () -> transport.tokens.size() == 1);
        transport.lose();

        queue.connect();

        eventually("it is sent again", () -> transport.tokens.size() == 2);
    }

    @Test
    void aNewSessionGivesUnconfirmedMessagesUpWhenSetSo() throws KuraException {
        start(Map.of("in-flight-messages.republish-on-new-session", false));
        queue.connect();
        publish("message", 1, 4);
        eventually("it is sent", () -> transport.tokens.size() == 1);
        transport.lose();

        queue.connect();

        assertThat(store.getDroppedMessages()).hasSize(1);
        assertThat(transport.tokens).hasSize(1);
    }

    @Test
    void aSessionThatGoesOnKeepsWaitingForConfirmation() throws KuraException {
        start(Map.of());
        transport.newSession = false;
        queue.connect();
        publish("message", 1, 4);
        eventually("it is sent", () -> transport.tokens.size() == 1);
        transport.lose();

        queue.connect();
        transport.confirm(transport.tokens.get(0));

        assertThat(store.getInFlightMessages()).isEmpty();
        assertThat(transport.tokens).hasSize(1);
        assertThat(store.used).doesNotContain("unpublish", "drop");
    }

    @Test
    void itConnectsWhenTheBrokerComesAndAgainWhenTheConnectionIsLost() {
        transport.brokerIsThere = false;
        start(Map.of("connect.auto-on-startup", true, "connect.retry-interval", 5));
        eventually("it tries again", () -> transport.attempts.get() > 2);

        transport.brokerIsThere = true;
        eventually("it is connected", transport::isConnected);
        transport.lose();

        eventually("it is connected again", transport::isConnected);
    }

    @Test
    void whoDisconnectsByHandEndsTheAttempts() throws KuraException {
        start(Map.of("connect.auto-on-startup", true, "connect.retry-interval", 5));
        eventually("it is connected", transport::isConnected);
        int attempts = transport.attempts.get();

        queue.disconnect(0);
        assertThat(queue.isTryingToConnect()).isFalse();
        publish("kept", 1, 4);

        assertThat(transport.attempts).hasValue(attempts);
        assertThat(store.getUnpublishedMessages()).hasSize(1);
    }

    @Test
    void aStoreThatComesBackIsAskedWhatWasInFlight() throws KuraException {
        start(Map.of("in-flight-messages.max-number", 1));
        transport.newSession = false;
        queue.connect();
        publish("message", 1, 4);
        eventually("it is sent", () -> transport.tokens.size() == 1);

        queue.unsetStore();
        queue.setStore(store);
        transport.confirm(transport.tokens.get(0));

        assertThat(store.getInFlightMessages()).isEmpty();
    }

    @Test
    void aConfirmationThatOvertakesTheBookkeepingCostsAPlaceInFlight() throws KuraException {
        start(Map.of("in-flight-messages.max-number", 1));
        transport.confirmsWhileSending = true;
        queue.connect();
        publish("overtaken", 1, 4);
        eventually("it is sent", () -> transport.sent.contains("overtaken"));

        publish("waits for the place", 1, 4);
        publish("needs no place", 0, 3);

        eventually("the sender goes on", () -> transport.sent.contains("needs no place"));
        assertThat(transport.sent).doesNotContain("waits for the place");
        assertThat(store.getInFlightMessages()).hasSize(1);
    }

    @Test
    void congestionEndsByAReconnectAfterItsTimeoutAndTheLostPlaceIsBack() throws KuraException {
        start(Map.of(
                "in-flight-messages.max-number", 1,
                "in-flight-messages.congestion-timeout", 20,
                "connect.auto-on-startup", true,
                "connect.retry-interval", 5));
        eventually("it is connected", transport::isConnected);
        publish("never confirmed", 1, 4);
        publish("waits for the place", 1, 4);

        eventually("it connects again", () -> transport.attempts.get() > 1);
        eventually("both are sent", () -> transport.tokens.size() > 1);
    }

    @Test
    void congestionIsForeverWithoutATimeout() throws KuraException {
        start(Map.of("in-flight-messages.max-number", 1));
        queue.connect();
        publish("never confirmed", 1, 4);
        publish("waits for the place", 1, 4);
        publish("needs no place", 0, 3);

        eventually("the sender goes on", () -> transport.sent.contains("needs no place"));
        assertThat(transport.attempts).hasValue(1);
    }

    @Test
    void theStoreHasTheNameOfTheQueueAndIsClosedForEachChangeOfSettings() {
        start(Map.of());
        assertThat(store.used).startsWith("open data");

        queue.modified(config(Map.of("store.capacity", 5)));
        eventually("it is opened again", () -> store.used.lastIndexOf("open data") > store.used.lastIndexOf("close"));

        assertThat(store.used).containsSubsequence("open data", "close", "open data");
    }

    @Test
    void theHousekeeperCleansUpWithThePurgeAgeAgainAndAgain() {
        start(Map.of("store.purge-age", 7, "store.housekeeper-interval", 5));

        eventually(
                "it cleans up twice",
                () -> store.used.stream().filter("clean 7"::equals).count() > 1);
    }

    @Test
    void aStoreIsClosedOnlyWhenItsCleanUpHasEnded() throws InterruptedException {
        store.cleaning = new CountDownLatch(1);
        start(Map.of());
        eventually("it cleans up", () -> store.used.contains("clean 60"));

        Thread closing = new Thread(queue::unsetStore);
        closing.start();
        eventually("it waits", () -> closing.getState() == Thread.State.TIMED_WAITING);
        store.cleaning.countDown();
        closing.join();

        assertThat(store.used).endsWith("close").doesNotContain("interrupted");
    }

    @Test
    void withoutAStoreThereIsNoConnection() throws KuraException {
        start(Map.of("connect.auto-on-startup", true, "connect.retry-interval", 5));
        eventually("it is connected", transport::isConnected);

        queue.unsetStore();

        assertThat(transport.isConnected()).isFalse();
        assertThat(store.used).endsWith("close");
        assertThat(store.listeners).isEmpty();
        assertThatThrownBy(queue::connect).isInstanceOf(KuraConnectException.class);

        queue.setStore(store);
        eventually("it is opened again", () -> store.used.lastIndexOf("open data") > store.used.lastIndexOf("close"));
    }

    @Test
    void aStoreThatDoesNotOpenIsTriedAgainAndNobodyConnectsBefore() {
        store.doesNotOpen = true;
        start(Map.of("connect.auto-on-startup", true, "connect.retry-interval", 5));
        eventually("it is tried again", () -> store.used.size() > 3);
        assertThat(transport.attempts).hasValue(0);

        store.doesNotOpen = false;
        eventually("it is connected", transport::isConnected);
    }

    @Test
    void aStoreThatDisconnectsIsClosedAndTakesTheConnectionAlong() throws KuraException {
        start(Map.of());
        queue.connect();

        store.listeners.forEach(ConnectionListener::disconnected);

        assertThat(store.used).contains("close");
        assertThat(transport.isConnected()).isFalse();
    }

    @Test
    void anUncheckedExceptionWhileConnectingEndsTheAttempts() {
        transport.failure = new IllegalStateException("not foreseen");
        start(Map.of("connect.auto-on-startup", true, "connect.retry-interval", 5));
        eventually("it tries", () -> transport.attempts.get() == 1);
        transport.failure = null;

        queue.modified(config(Map.of("connect.auto-on-startup", true, "connect.retry-interval", 5)));
        eventually("a change of settings begins anew", transport::isConnected);
        assertThat(transport.attempts).hasValue(2);
    }

    @Test
    void confirmationsWaitUntilAStoreThatGoesHasEndedTheConnection() throws KuraException {
        start(Map.of());
        queue.connect();
        publish("unconfirmed", 1, 4);
        eventually("it is sent", () -> transport.tokens.size() == 1);
        transport.confirmsWhenDisconnecting = true;
        transport.patienceMillis = 300;

        queue.unsetStore();

        assertThat(transport.confirmedWhenDisconnecting).isFalse();
        assertThat(store.getInFlightMessages()).hasSize(1);
    }

    @Test
    void aPayloadAboveTheMaximumIsRefusedAndTheConnectionStays() throws KuraException {
        start(Map.of("maximum.payload.size", 3L));
        queue.connect();

        assertThatThrownBy(() -> queue.publish("large", new byte[4], 0, false, 7))
                .isInstanceOf(KuraStoreException.class);
        assertThat(transport.isConnected()).isTrue();
    }

    @Test
    void aListenerThatThrowsHidesNothingFromTheOthers() throws KuraException {
        start(Map.of());
        List<String> heard = new CopyOnWriteArrayList<>();
        queue.addDataServiceListener(listening(() -> {
            throw new IllegalStateException("does not listen");
        }));
        queue.addDataServiceListener(listening(() -> heard.add("connected")));

        queue.connect();

        assertThat(heard).containsExactly("connected");
    }

    private static DataServiceListener listening(Runnable whenConnected) {
        return Fakes.of(DataServiceListener.class, Map.of("onConnectionEstablished", whenConnected));
    }

    private void start(Map<String, Object> given) {
        queue = new KuraDataService("data", transport, config(given), null, TimeUnit.MILLISECONDS);
        queue.setStore(store);
    }

    private static DataServiceConfig config(Map<String, Object> given) {
        Map<String, Object> all = new HashMap<>(Map.of("enable.rate.limit", false));
        all.putAll(given);
        return Configs.of(DataServiceConfig.class, all);
    }

    private int publish(String topic, int qos, int priority) throws KuraStoreException {
        return queue.publish(topic, new byte[0], qos, false, priority);
    }
}
