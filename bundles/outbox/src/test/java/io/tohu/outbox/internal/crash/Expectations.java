/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.outbox.internal.log.DurableQueue;
import io.tohu.outbox.internal.log.StoredView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a caller knows of a queue, and what must therefore be in it after a crash. */
final class Expectations {

    /** Stored and returned, not yet begun to be done with. */
    private final TreeMap<Long, Integer> owed = new TreeMap<>();

    private final Map<Long, Integer> ending = new HashMap<>();
    private final Set<Long> done = new HashSet<>();
    private final Set<Integer> ids = new HashSet<>();
    private long asked;
    private int worstDuplicates;

    /** A store is about to be called. */
    long ask() {
        return ++asked;
    }

    void asked(long number) {
        asked = Math.max(asked, number);
    }

    /** Store has returned. */
    void stored(long number, int id) {
        assertThat(ids.add(id)).as("identifier %d was never given before", id).isTrue();
        owed.put(number, id);
    }

    /** Store has returned before the message was safe: it may be lost, but its identifier is given away. */
    void storedUnsafely(int id) {
        ids.add(id);
    }

    /** A call that does away with a message is about to be made. */
    void ending(long number) {
        Integer id = owed.remove(number);
        if (id != null) {
            ending.put(number, id);
        }
    }

    /** That call has returned. */
    void done(long number) {
        ending.remove(number);
        done.add(number);
    }

    int id(long number) {
        return owed.getOrDefault(number, ending.getOrDefault(number, -1));
    }

    /** Holds a queue that was read back after a crash against all this, and goes on from there. */
    void check(DurableQueue queue) {
        List<StoredView> waiting = queue.unpublished();
        List<StoredView> present = new ArrayList<>(waiting);
        present.addAll(queue.inFlight());
        Map<Long, StoredView> found = new HashMap<>();
        for (StoredView view : present) {
            long number = Traffic.number(view);
            assertThat(found.put(number, view))
                    .as("message %d is there once", number)
                    .isNull();
            assertThat(number).as("no message is invented").isLessThanOrEqualTo(asked);
            assertThat(Traffic.isGenuine(view))
                    .as("message %d is as it was given", number)
                    .isTrue();
        }
        owed.forEach((number, id) -> {
            assertThat(found).as("acknowledged message %d is there", number).containsKey(number);
            assertThat(found.get(number).message().id()).isEqualTo(id);
        });
        int duplicates = (int) done.stream().filter(found::containsKey).count();
        worstDuplicates = Math.max(worstDuplicates, duplicates);
        assertThat(duplicates).as("messages that would be sent again").isLessThanOrEqualTo(DurableQueue.UNSAFE_MARKS);
        assertThat(waiting)
                .as("most important first, then oldest")
                .isSortedAccordingTo(Comparator.comparingInt(
                                (StoredView view) -> view.message().priority())
                        .thenComparingLong(Traffic::number));
        owed.clear();
        found.forEach((number, view) -> owed.put(number, view.message().id()));
        ids.addAll(owed.values());
        ending.clear();
        done.clear();
    }

    /** Begins with another queue. */
    void forgetAll() {
        owed.clear();
        ids.clear();
    }

    int worstDuplicates() {
        return worstDuplicates;
    }
}
