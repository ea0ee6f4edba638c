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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.kura.KuraStoreException;
import org.eclipse.kura.data.DataTransportToken;
import org.eclipse.kura.message.store.StoredMessage;
import org.eclipse.kura.message.store.provider.MessageStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What Kura's interface MessageStore asks of a store, and what Kura's data service does with one. Any store can be put
 * under it.
 */
public abstract class MessageStoreContract {

    private static final byte[] PAYLOAD = {0, 1, -1, 127, -128};

    protected MessageStore store;

    /** Opens the store under test, the same one at each call within a test. */
    protected abstract MessageStore open() throws Exception;

    /** Makes time pass for the store. */
    protected abstract void pass(int seconds) throws Exception;

    /** Moves the wall clock alone, as a gateway that hears the time does; false when the store cannot be tested so. */
    protected boolean jump(int seconds) {
        return false;
    }

    @BeforeEach
    final void begin() throws Exception {
        store = open();
    }

    @AfterEach
    final void end() {
        store.close();
    }

    private void reopen() throws Exception {
        store.close();
        store = open();
    }

    protected final int store(String topic, int qos, int priority) throws KuraStoreException {
        return store.store(topic, topic.getBytes(StandardCharsets.UTF_8), qos, false, priority);
    }

    private String nextTopic() throws KuraStoreException {
        return store.getNextMessage().map(StoredMessage::getTopic).orElse("");
    }

    private static List<String> topics(List<StoredMessage> messages) {
        return messages.stream().map(StoredMessage::getTopic).toList();
    }

    @Test
    void aMessageComesBackAsItWasStored() throws Exception {
        int id = store.store("a/ä/€", PAYLOAD, 1, true, 3);

        StoredMessage message = store.getNextMessage().orElseThrow();

        assertThat(message.getId()).isEqualTo(id);
        assertThat(message.getTopic()).isEqualTo("a/ä/€");
        assertThat(message.getPayload()).isEqualTo(PAYLOAD);
        assertThat(message.getQos()).isEqualTo(1);
        assertThat(message.isRetain()).isTrue();
        assertThat(message.getPriority()).isEqualTo(3);
        assertThat(message.getCreatedOn()).isPresent();
        assertThat(message.getPublishedOn()).isEmpty();
        assertThat(message.getConfirmedOn()).isEmpty();
        assertThat(message.getDroppedOn()).isEmpty();
        assertThat(message.getDataTransportToken()).isEmpty();
    }

    @Test
    void aMessageWithoutAPayloadHasNoneWhenItComesBack() throws Exception {
        int without = store.store("a", null, 0, false, 5);
        int empty = store.store("a", new byte[0], 0, false, 5);

        assertThat(store.get(without).orElseThrow().getPayload()).isNull();
        assertThat(store.get(empty).orElseThrow().getPayload()).isEmpty();
    }

    @Test
    void aLargePayloadComesBackByteForByte() throws Exception {
        byte[] payload = new byte[3_000_000];
        new java.util.Random(1).nextBytes(payload);
        int id = store.store("large", payload, 1, false, 5);
        reopen();

        assertThat(store.get(id).orElseThrow().getPayload()).isEqualTo(payload);
    }

    @Test
    void aMessageWithoutATopicIsNotTaken() throws Exception {
        assertThatThrownBy(() -> store.store(null, PAYLOAD, 0, false, 5)).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> store.store(" ", PAYLOAD, 0, false, 5)).isInstanceOf(Exception.class);

        assertThat(store.getMessageCount()).isZero();
    }

    @Test
    void theTimeOfStoringIsTheMessagesDate() throws Exception {
        long before = System.currentTimeMillis() - 2;
        int id = store("a", 0, 5);
        long after = System.currentTimeMillis() + 2;

        assertThat(store.get(id).orElseThrow().getCreatedOn().orElseThrow())
                .isBetween(new Date(before), new Date(after));
    }

    @Test
    void theMostImportantLeavesFirstAndThenTheOldest() throws Exception {
        store("old telemetry", 0, 7);
        store("new telemetry", 0, 7);
        store("old alarm", 0, 1);
        store("new alarm", 0, 1);
        store("life cycle", 0, 0);

        for (String expected : List.of("life cycle", "old alarm", "new alarm", "old telemetry", "new telemetry")) {
            StoredMessage next = store.getNextMessage().orElseThrow();
            assertThat(next.getTopic()).isEqualTo(expected);
            store.markAsPublished(next.getId());
        }
        assertThat(store.getNextMessage()).isEmpty();
    }

    @Test
    void lookingAtTheNextMessageDoesNotTakeIt() throws Exception {
        store("a", 1, 5);

        assertThat(nextTopic()).isEqualTo("a");
        assertThat(nextTopic()).isEqualTo("a");
    }

    @Test
    void aMessageIsInFlightFromItsTokenToItsConfirmation() throws Exception {
        int id = store("a", 1, 5);
        DataTransportToken token = new DataTransportToken(7, "session");
        store.markAsPublished(id, token);

        assertThat(store.getNextMessage()).isEmpty();
        assertThat(store.getInFlightMessages()).singleElement().satisfies(message -> {
            assertThat(message.getId()).isEqualTo(id);
            assertThat(message.getPublishedOn()).isPresent();
            assertThat(message.getDataTransportToken()).contains(token);
        });

        store.markAsConfirmed(id);

        assertThat(store.getInFlightMessages()).isEmpty();
        assertThat(store.get(id).orElseThrow().getConfirmedOn()).isPresent();
        assertThat(store.get(id).orElseThrow().getTopic())
                .as("the data service asks for it to tell listeners")
                .isEqualTo("a");
    }

    @Test
    void aConfirmationThatOvertakesTheTokenIsNotForgotten() throws Exception {
        int id = store("a", 1, 5);

        store.markAsConfirmed(id);
        store.markAsPublished(id, new DataTransportToken(1, "s"));

        assertThat(store.getInFlightMessages()).isEmpty();
        assertThat(store.getNextMessage()).isEmpty();
        store.unpublishAllInFlighMessages();
        assertThat(store.getNextMessage()).isEmpty();
    }

    @Test
    void messagesInFlightAreFoundAgainWithTheirTokensAfterARestart() throws Exception {
        int id = store("a", 1, 5);
        int other = store("b", 2, 5);
        store("c", 1, 5);
        store.markAsPublished(id, new DataTransportToken(65535, "tcp://broker:1883-gateway"));
        store.markAsPublished(other, new DataTransportToken(1, "another"));
        reopen();

        assertThat(store.getInFlightMessages())
                .extracting(StoredMessage::getId, message -> message.getDataTransportToken()
                        .orElseThrow())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                id, new DataTransportToken(65535, "tcp://broker:1883-gateway")),
                        org.assertj.core.groups.Tuple.tuple(other, new DataTransportToken(1, "another")));
        assertThat(nextTopic()).isEqualTo("c");
    }

    @Test
    void whatWasInFlightWaitsAgainInItsOldPlaceOnANewSession() throws Exception {
        int first = store("first", 1, 5);
        int second = store("second", 1, 5);
        store("third", 1, 5);
        store.markAsPublished(first, new DataTransportToken(1, "s"));
        store.markAsPublished(second, new DataTransportToken(2, "s"));

        store.unpublishAllInFlighMessages();

        assertThat(store.getInFlightMessages()).isEmpty();
        assertThat(topics(store.getUnpublishedMessages())).containsExactly("first", "second", "third");
        assertThat(nextTopic()).isEqualTo("first");
        assertThat(store.get(first).orElseThrow().getPublishedOn()).isEmpty();
    }

    @Test
    void whatWasSentWithQosZeroIsNotInFlight() throws Exception {
        int id = store("a", 0, 5);
        store.markAsPublished(id);

        assertThat(store.getInFlightMessages()).isEmpty();
        assertThat(store.getUnpublishedMessages()).isEmpty();
        assertThat(store.get(id).orElseThrow().getPublishedOn()).isPresent();
        store.dropAllInFlightMessages();
        assertThat(store.getDroppedMessages()).isEmpty();
    }

    @Test
    void whatWasInFlightCanBeDropped() throws Exception {
        int inFlight = store("in flight", 1, 5);
        int confirmed = store("confirmed", 1, 5);
        store("waiting", 1, 5);
        store.markAsPublished(inFlight, new DataTransportToken(1, "s"));
        store.markAsPublished(confirmed, new DataTransportToken(2, "s"));
        store.markAsConfirmed(confirmed);

        store.dropAllInFlightMessages();

        assertThat(topics(store.getDroppedMessages())).containsExactly("in flight");
        assertThat(store.getInFlightMessages()).isEmpty();
        assertThat(store.get(inFlight).orElseThrow().getDroppedOn()).isPresent();
        store.unpublishAllInFlighMessages();
        assertThat(nextTopic()).isEqualTo("waiting");
        reopen();
        assertThat(topics(store.getDroppedMessages())).containsExactly("in flight");
    }

    @Test
    void theCountIsOfAllMessagesWhateverBecameOfThem() throws Exception {
        int sent = store("sent", 0, 5);
        int confirmed = store("confirmed", 1, 5);
        store("waiting", 1, 5);
        store.markAsPublished(sent);
        store.markAsPublished(confirmed, new DataTransportToken(1, "s"));
        store.markAsConfirmed(confirmed);

        assertThat(store.getMessageCount()).isEqualTo(3);
        reopen();
        assertThat(store.getMessageCount()).isEqualTo(3);
    }

    @Test
    void onlyWhatIsDoneWithForLongEnoughIsForgotten() throws Exception {
        int sent = store("sent", 0, 5);
        int confirmed = store("confirmed", 1, 5);
        int dropped = store("dropped", 1, 5);
        store.markAsPublished(sent);
        store.markAsPublished(confirmed, new DataTransportToken(1, "s"));
        store.markAsConfirmed(confirmed);
        store.markAsPublished(dropped, new DataTransportToken(2, "s"));
        store.dropAllInFlightMessages();
        int inFlight = store("in flight", 1, 5);
        store.markAsPublished(inFlight, new DataTransportToken(3, "s"));
        store("waiting", 0, 5);

        store.deleteStaleMessages(1000);
        assertThat(store.getMessageCount()).isEqualTo(5);

        pass(3);
        int later = store("later", 0, 4);
        store.markAsPublished(later);
        store.deleteStaleMessages(2);

        assertThat(store.getMessageCount()).isEqualTo(3);
        assertThat(store.get(sent)).isEmpty();
        assertThat(store.get(confirmed)).isEmpty();
        assertThat(store.get(dropped)).isEmpty();
        assertThat(store.get(later)).isPresent();
        assertThat(topics(store.getInFlightMessages())).containsExactly("in flight");
        assertThat(topics(store.getUnpublishedMessages())).containsExactly("waiting");
    }

    @Test
    void everythingIsThereAfterARestart() throws Exception {
        int sent = store("sent", 0, 5);
        store("waiting", 1, 5);
        store("alarm", 1, 1);
        store.markAsPublished(sent);
        reopen();

        assertThat(topics(store.getUnpublishedMessages())).containsExactly("alarm", "waiting");
        assertThat(store.get(sent).orElseThrow().getPublishedOn()).isPresent();
    }

    @Test
    void identifiersDoNotRepeatOverRestarts() throws Exception {
        Set<Integer> ids = new HashSet<>();
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 20; i++) {
                int id = store("a", 0, 5);
                assertThat(ids.add(id)).as("id %d is new", id).isTrue();
                store.markAsPublished(id);
            }
            pass(1);
            store.deleteStaleMessages(0);
            reopen();
        }
    }

    @Test
    void whatIsNotThereIsNotFoundAndMarkingItHarmsNothing() throws Exception {
        store("a", 1, 5);

        assertThat(store.get(123_456)).isEqualTo(Optional.empty());
        store.markAsPublished(123_456);
        store.markAsPublished(123_456, new DataTransportToken(1, "s"));
        store.markAsConfirmed(123_456);

        assertThat(store.getMessageCount()).isEqualTo(1);
        assertThat(nextTopic()).isEqualTo("a");
    }

    @Test
    void aClockThatJumpsNeitherReordersNorForgets() throws Exception {
        store("first", 1, 5);
        int done = store("done", 1, 1);
        store.markAsPublished(done, new DataTransportToken(1, "s"));
        store.markAsConfirmed(done);
        org.junit.jupiter.api.Assumptions.assumeTrue(jump(-100_000), "this store reads the machine's clock");
        store("second", 1, 5);
        jump(1_000_000);
        store("third", 1, 5);
        store.deleteStaleMessages(60);

        assertThat(topics(store.getUnpublishedMessages())).containsExactly("first", "second", "third");
        assertThat(store.get(done)).as("it is done with for a moment only").isPresent();
        jump(-2_000_000);
        pass(100);
        store.deleteStaleMessages(60);
        assertThat(store.get(done))
                .as("a clock that was set back keeps nothing for ever")
                .isEmpty();
    }
}
