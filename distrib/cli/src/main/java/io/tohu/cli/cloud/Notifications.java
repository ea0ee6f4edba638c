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

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a gateway notified the requester of, the newest thousand. Thread-safe. */
public final class Notifications {

    private static final int KEPT = 1000;

    private final Deque<CloudMessage> messages = new ArrayDeque<>();

    synchronized void add(CloudMessage message) {
        messages.addLast(message);
        if (messages.size() > KEPT) {
            messages.removeFirst();
        }
        notifyAll();
    }

    /** Those that meet a condition, in the order of their arrival. */
    public synchronized List<CloudMessage> matching(Predicate<CloudMessage> condition) {
        return messages.stream().filter(condition).toList();
    }

    /** Waits for the first one that meets a condition, among those that came already too; empty when none came. */
    public synchronized Optional<CloudMessage> await(Predicate<CloudMessage> condition, Duration timeout)
            throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            Optional<CloudMessage> found = messages.stream().filter(condition).findFirst();
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (found.isPresent() || left <= 0) {
                return found;
            }
            wait(left);
        }
    }
}
