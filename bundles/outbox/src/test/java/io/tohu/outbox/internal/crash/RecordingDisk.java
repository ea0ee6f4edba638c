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

import io.tohu.outbox.internal.log.Disk;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A disk that remembers what was written and not yet forced, so that a power cut can be played: each sector written
 * since is old or new or anything between, in any order, and names change up to some point.
 */
final class RecordingDisk implements Disk {

    static final int SECTOR = 512;

    /** The machine stops here: not an exception that a store could survive. */
    static final class PowerCut extends Error {
        private static final long serialVersionUID = 1;
    }

    private record Write(long position, byte[] bytes) {}

    private static final class Contents {
        private byte[] durable = new byte[0];
        private byte[] seen = new byte[0];
        private final List<Write> pending = new ArrayList<>();
    }

    private final Map<String, Contents> names = new TreeMap<>();
    private Map<String, Contents> durableNames = new TreeMap<>();
    private final List<Map<String, Contents>> pendingNames = new ArrayList<>();
    private int operationsLeft = Integer.MAX_VALUE;
    private int operations;
    private long written;

    /** Cuts the power in the middle of an operation that changes the disk. */
    void cutAfter(int moreOperations) {
        operationsLeft = moreOperations;
    }

    int operations() {
        return operations;
    }

    private void operate() {
        operations++;
        if (operationsLeft-- <= 0) {
            throw new PowerCut();
        }
    }

    /** How much of what was not forced reaches the disk in a power cut. */
    enum Fate {
        NOTHING,
        EVERYTHING,
        ANY_SECTORS
    }

    /** The disk as it is found after a power cut. */
    RecordingDisk afterPowerCut(Fate fate, Random random) {
        RecordingDisk after = new RecordingDisk();
        int changes = fate == Fate.NOTHING
                ? 0
                : fate == Fate.EVERYTHING ? pendingNames.size() : random.nextInt(pendingNames.size() + 1);
        Map<String, Contents> kept = changes == 0 ? durableNames : pendingNames.get(changes - 1);
        kept.forEach((name, contents) -> {
            Contents copy = new Contents();
            copy.durable = settle(contents, fate, random);
            copy.seen = copy.durable.clone();
            after.names.put(name, copy);
        });
        after.durableNames = new TreeMap<>(after.names);
        return after;
    }

    private static byte[] settle(Contents contents, Fate fate, Random random) {
        byte[] bytes = contents.durable.clone();
        int prefix = fate == Fate.NOTHING ? 0 : contents.pending.size();
        for (Write write : contents.pending.subList(0, prefix)) {
            for (long at = write.position; at < write.position + write.bytes.length; ) {
                long end = Math.min(write.position + write.bytes.length, (at / SECTOR + 1) * SECTOR);
                if (fate == Fate.EVERYTHING || random.nextInt(4) > 0) {
                    bytes = put(bytes, at, write.bytes, (int) (at - write.position), (int) (end - at));
                }
                at = end;
            }
        }
        return bytes;
    }

    private static byte[] put(byte[] target, long position, byte[] source, int from, int length) {
        byte[] result = position + length > target.length ? Arrays.copyOf(target, (int) position + length) : target;
        System.arraycopy(source, from, result, (int) position, length);
        return result;
    }

    /** Bytes that were written since the beginning. */
    long written() {
        return written;
    }

    /** Damages what is already safe, as a worn-out medium does. */
    void damage(String name, int from, int length) {
        Contents contents = names.get(name);
        for (int i = from; i < from + length; i++) {
            contents.durable[i] ^= 0x55;
            contents.seen[i] ^= 0x55;
        }
    }

    @Override
    public List<String> list() {
        return List.copyOf(names.keySet());
    }

    private void changed() {
        pendingNames.add(new TreeMap<>(names));
    }

    @Override
    public DiskFile open(String name) {
        if (!names.containsKey(name)) {
            operate();
            names.put(name, new Contents());
            changed();
        }
        return new OpenFile(names.get(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        operate();
        Contents contents = names.remove(from);
        if (contents == null) {
            throw new FileNotFoundException(from);
        }
        names.put(to, contents);
        changed();
    }

    @Override
    public void delete(String name) {
        operate();
        names.remove(name);
        changed();
    }

    @Override
    public void force() {
        operate();
        durableNames = new TreeMap<>(names);
        pendingNames.clear();
    }

    @Override
    public long usable() {
        return 1L << 40;
    }

    @Override
    public String toString() {
        return "recording disk";
    }

    private final class OpenFile implements DiskFile {

        private final Contents contents;

        OpenFile(Contents contents) {
            this.contents = contents;
        }

        @Override
        public void write(ByteBuffer source, long position) {
            byte[] bytes = new byte[source.remaining()];
            source.get(bytes);
            written += bytes.length;
            contents.pending.add(new Write(position, bytes));
            operate();
            contents.seen = put(contents.seen, position, bytes, 0, bytes.length);
        }

        @Override
        public void read(ByteBuffer target, long position) {
            int count = (int) Math.max(0, Math.min(target.remaining(), contents.seen.length - position));
            target.put(contents.seen, (int) position, count);
        }

        @Override
        public void force() {
            operate();
            contents.durable = contents.seen.clone();
            contents.pending.clear();
        }

        @Override
        public long size() {
            return contents.seen.length;
        }

        @Override
        public void close() {
            // nothing is lost by closing and nothing made safe
        }
    }
}
