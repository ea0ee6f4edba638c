/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.kura.testing.MutableClock;
import java.time.Duration;
import java.util.List;
import org.eclipse.kura.data.DataTransportToken;
import org.eclipse.kura.message.store.StoredMessage;
import org.junit.jupiter.api.Test;

class MemoryMessageStoreTest {

    private final MutableClock clock = new MutableClock();
    private final MemoryMessageStore store = new MemoryMessageStore(clock);

    @Test
    void theMostUrgentMessageComesFirstAndTheOldestOfThose() {
        store("late", 1, 7);
        int older = store("older", 1, 2);
        int newer = store("newer", 1, 2);

        assertThat(next()).isEqualTo(older);
        store.markAsPublished(older, token(1));
        assertThat(next()).isEqualTo(newer);
    }

    @Test
    void aMessageInFlightIsOneOfQosAboveZeroThatIsPublishedAndNotConfirmed() {
        int sent = store("sent", 1, 5);
        int sentOnce = store("sent once", 0, 5);
        int confirmed = store("confirmed", 1, 5);
        store("waiting", 1, 5);
        store.markAsPublished(sent, token(1));
        store.markAsPublished(sentOnce);
        store.markAsPublished(confirmed, token(2));
        store.markAsConfirmed(confirmed);

        assertThat(ids(store.getInFlightMessages())).containsExactly(sent);
        assertThat(store.getInFlightMessages().get(0).getDataTransportToken()).contains(token(1));
        assertThat(store.getMessageCount()).isEqualTo(4);
    }

    @Test
    void unpublishingMakesMessagesInFlightNextAgainAndLeavesQosZeroAlone() {
        int sent = store("sent", 1, 5);
        int sentOnce = store("sent once", 0, 1);
        store.markAsPublished(sent, token(1));
        store.markAsPublished(sentOnce);

        store.unpublishAllInFlighMessages();

        assertThat(ids(store.getUnpublishedMessages())).containsExactly(sent);
    }

    @Test
    void droppedMessagesAreNoLongerInFlight() {
        int sent = store("sent", 1, 5);
        store.markAsPublished(sent, token(1));

        store.dropAllInFlightMessages();

        assertThat(store.getInFlightMessages()).isEmpty();
        assertThat(ids(store.getDroppedMessages())).containsExactly(sent);
    }

    @Test
    void cleaningUpRemovesOnlyWhatIsDoneAndOldEnough() {
        int confirmed = store("confirmed", 1, 5);
        int sentOnce = store("sent once", 0, 5);
        int inFlight = store("in flight", 1, 5);
        int waiting = store("waiting", 1, 5);
        store.markAsPublished(confirmed, token(1));
        store.markAsConfirmed(confirmed);
        store.markAsPublished(sentOnce);
        store.markAsPublished(inFlight, token(2));

        clock.advance(Duration.ofSeconds(59));
        store.deleteStaleMessages(60);
        assertThat(store.getMessageCount()).isEqualTo(4);

        clock.advance(Duration.ofSeconds(1));
        store.deleteStaleMessages(60);
        assertThat(store.get(confirmed)).isEmpty();
        assertThat(store.get(sentOnce)).isEmpty();
        assertThat(store.get(inFlight)).isPresent();
        assertThat(store.get(waiting)).isPresent();
    }

    private int store(String topic, int qos, int priority) {
        return store.store(topic, new byte[0], qos, false, priority);
    }

    private int next() {
        return store.getNextMessage().orElseThrow().getId();
    }

    private static List<Integer> ids(List<StoredMessage> messages) {
        return messages.stream().map(StoredMessage::getId).toList();
    }

    private static DataTransportToken token(int id) {
        return new DataTransportToken(id, "session");
    }
}
