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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.KuraStoreCapacityReachedException;
import org.eclipse.kura.KuraStoreException;
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

        assertThat(queue.getUnpublishedMessageIds(".*")).hasSize(3);
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
        queue = new KuraDataService("data", transport, options(Map.of()), null, TimeUnit.MILLISECONDS);

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

        assertThat(queue.getDroppedInFlightMessageIds(".*")).hasSize(1);
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

        assertThat(queue.getInFlightMessageIds(".*")).isEmpty();
        assertThat(transport.tokens).hasSize(1);
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
        publish("kept", 1, 4);

        assertThat(transport.attempts).hasValue(attempts);
        assertThat(queue.getUnpublishedMessageIds("kept")).hasSize(1);
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

        assertThat(queue.getInFlightMessageIds(".*")).isEmpty();
    }

    private void start(Map<String, Object> given) {
        queue = new KuraDataService("data", transport, options(given), null, TimeUnit.MILLISECONDS);
        queue.setStore(store);
    }

    private static DataServiceOptions options(Map<String, Object> given) {
        Map<String, Object> all = new HashMap<>(Map.of("enable.rate.limit", false));
        all.putAll(given);
        return DataServiceOptions.of(Configs.of(DataServiceConfig.class, all));
    }

    private int publish(String topic, int qos, int priority) throws KuraStoreException {
        return queue.publish(topic, new byte[0], qos, false, priority);
    }
}
