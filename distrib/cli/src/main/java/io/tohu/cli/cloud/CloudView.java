/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What has reached the cloud so far; keeps alarms and reports, and only counts the stream of results. Thread-safe. */
public final class CloudView implements Consumer<CloudMessage> {

    private static final int KEPT_ALARMS = 1000;

    private final List<CloudMessage> alarms = new ArrayList<>();
    private final Map<String, CloudMessage> lastByTopic = new TreeMap<>();
    private final Map<String, Integer> countByTopic = new TreeMap<>();
    private final Consumer<CloudMessage> listener;
    private long bytes;
    private int messages;

    /**
     * @param listener told of every message after it was counted
     */
    public CloudView(Consumer<CloudMessage> listener) {
        this.listener = listener;
    }

    @Override
    public void accept(CloudMessage message) {
        synchronized (this) {
            lastByTopic.put(message.topic(), message);
            countByTopic.merge(message.topic(), 1, Integer::sum);
            if (message.topic().endsWith("/alarms") && alarms.size() < KEPT_ALARMS) {
                alarms.add(message);
            }
            if (!message.topic().startsWith("$EDC/")) {
                bytes += message.bytes();
                messages++;
            }
            notifyAll();
        }
        listener.accept(message);
    }

    /** The newest message whose topic ends so. */
    public synchronized Optional<CloudMessage> last(String topicEnd) {
        return lastByTopic.entrySet().stream()
                .filter(e -> e.getKey().endsWith(topicEnd))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** How many messages came on topics that end so. */
    public synchronized int count(String topicEnd) {
        return countByTopic.entrySet().stream()
                .filter(e -> e.getKey().endsWith(topicEnd))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    public synchronized List<CloudMessage> alarms() {
        return List.copyOf(alarms);
    }

    /** Bytes of topics and payloads of data messages, control topics aside. */
    public synchronized long bytes() {
        return bytes;
    }

    /** Data messages, control topics aside. */
    public synchronized int messages() {
        return messages;
    }

    /**
     * Waits until the view is as asked.
     *
     * @return whether it became so in time
     */
    public synchronized boolean await(Predicate<CloudView> condition, long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        while (!condition.test(this)) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
