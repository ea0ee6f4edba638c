/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.accept;

import io.tohu.cli.cloud.CloudMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The messages of one topic with the times of their arrival, the newest ten thousand. Thread-safe. */
final class ResultStream implements Consumer<CloudMessage> {

    private static final int KEPT = 10_000;

    private final String topicEnd;
    private final Deque<CloudMessage> messages = new ArrayDeque<>();

    ResultStream(String topicEnd) {
        this.topicEnd = topicEnd;
    }

    @Override
    public synchronized void accept(CloudMessage message) {
        if (message.topic().endsWith(topicEnd)) {
            messages.addLast(message);
            if (messages.size() > KEPT) {
                messages.removeFirst();
            }
            notifyAll();
        }
    }

    /** Those that arrived at or after a time, in ms since the epoch. */
    synchronized List<CloudMessage> since(long time) {
        return messages.stream().filter(m -> m.receivedAt() >= time).toList();
    }

    /**
     * Waits for so many messages that meet a condition and arrive at or after a time.
     *
     * @return whether they came in time
     */
    synchronized boolean await(long since, int count, Predicate<CloudMessage> condition, long millis)
            throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        while (messages.stream()
                        .filter(m -> m.receivedAt() >= since)
                        .filter(condition)
                        .limit(count)
                        .count()
                < count) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** The longest time in ms without a message between two times. */
    synchronized long longestGap(long from, long to) {
        long last = from;
        long longest = 0;
        for (CloudMessage message : messages) {
            if (message.receivedAt() > from && message.receivedAt() <= to) {
                longest = Math.max(longest, message.receivedAt() - last);
                last = message.receivedAt();
            }
        }
        return Math.max(longest, to - last);
    }
}
