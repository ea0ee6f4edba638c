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

import io.tohu.outbox.internal.log.DiskSource;
import io.tohu.outbox.internal.log.DurableQueue;
import io.tohu.outbox.internal.log.FileDisk;
import io.tohu.outbox.internal.log.StoredView;
import io.tohu.outbox.internal.log.Time;
import io.tohu.outbox.internal.log.Token;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Stores, marks and purges at full speed until it is killed, and says of each call when it begins and when it has
 * returned. It waits for a byte before it opens the queue.
 */
final class KilledChild {

    static final byte STORING = 1;
    static final byte STORED = 2;
    static final byte ENDING = 3;
    static final byte ENDED = 4;

    private final DurableQueue queue;
    private final DataOutputStream out;
    private final Deque<StoredView> inFlight = new ArrayDeque<>();

    private KilledChild(Path directory, String intervals, DataOutputStream out) throws IOException {
        FileDisk disk = new FileDisk(directory);
        this.queue = new DurableQueue(
                "killed",
                () -> new DiskSource.OpenDisk(disk, () -> {}, null, false),
                PowerCutTest.settings(intervals),
                Time.SYSTEM,
                () -> {});
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        long number = System.in.read() < 0 ? 0 : Long.parseLong(arguments[1]);
        KilledChild child = new KilledChild(
                Path.of(arguments[0]),
                arguments.length > 2 ? arguments[2] : "",
                new DataOutputStream(new FileOutputStream(FileDescriptor.out)));
        Thread ticker = new Thread(child::tick, "ticker");
        ticker.setDaemon(true);
        ticker.start();
        while (true) {
            child.store(++number);
            child.publish();
            child.confirm();
            if (number % 100 == 0) {
                child.queue.purge(0);
            }
        }
    }

    private void tick() {
        while (true) {
            java.util.concurrent.locks.LockSupport.parkNanos(Math.max(1, queue.tick()) * 100_000);
        }
    }

    private void say(byte what, long number, int id) throws IOException {
        java.nio.ByteBuffer line =
                java.nio.ByteBuffer.allocate(13).put(what).putLong(number).putInt(id);
        out.write(line.array());
    }

    private void store(long number) throws Exception {
        say(STORING, number, 0);
        int id = Traffic.store(queue, number);
        say(STORED, number, id);
    }

    private void publish() throws IOException {
        Optional<StoredView> next = queue.next();
        if (next.isPresent() && next.get().message().qos() == 0) {
            end(next.get(), () -> queue.published(next.get().message().id(), null));
        } else if (next.isPresent() && inFlight.size() < 5) {
            queue.published(
                    next.get().message().id(), new Token(next.get().message().id(), "session"));
            inFlight.add(next.get());
        }
    }

    private void confirm() throws IOException {
        if (inFlight.size() == 5) {
            StoredView oldest = inFlight.remove();
            end(oldest, () -> queue.confirmed(oldest.message().id()));
        }
    }

    private void end(StoredView view, Runnable call) throws IOException {
        say(ENDING, Traffic.number(view), 0);
        call.run();
        say(ENDED, Traffic.number(view), 0);
    }
}
