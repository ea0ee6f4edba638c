/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Opens the log, and takes it into use again after a failure. Called with the lock held. */
final class Revival {

    private final Core core;
    private final Writer writer;
    private final DiskSource source;

    Revival(Core core, Writer writer, DiskSource source) {
        this.core = core;
        this.writer = writer;
        this.source = source;
    }

    /** Tries to have a log that can be written; when it fails, {@link Health} says why. */
    void attempt() {
        try {
            if (core.log == null) {
                open();
            } else {
                resume();
            }
        } catch (IOException e) {
            writer.fail(e);
        }
    }

    private void open() throws IOException {
        DiskSource.OpenDisk opened = source.open();
        SegmentLog log = new SegmentLog(opened.disk(), core.settings.segmentBytes());
        Ledger before = core.ledger;
        boolean late = !core.health.isWritable();
        try {
            long started = core.time.nanos().getAsLong();
            core.disk = opened.disk();
            core.log = log;
            core.ledger = new Ledger(core);
            Recovery recovery = new Recovery(opened.disk(), log, core.ledger);
            recovery.run();
            Checkpoint next = recovery.next();
            core.previous = next;
            core.drops = next.drops();
            core.ids = new Ids(next.nextId(), next.nextOrder());
            core.clock = new AgeClock(core.time, next.age(), next.wall());
            writer.roll();
            if (core.growing) {
                log.keepSpare();
            }
            core.hold = opened.hold();
            core.format = new MessageFormat(
                    new Compression(core.settings.compressFrom()),
                    opened.key() == null ? null : new Encryption(opened.key()),
                    opened.encrypt());
            tell(recovery, (core.time.nanos().getAsLong() - started) / 1_000_000);
        } catch (IOException e) {
            core.log = null;
            core.ledger = before;
            log.close();
            opened.hold().close();
            throw e;
        }
        if (late) {
            // whoever sent these does not know of them any more
            core.ledger.unpublishAll();
            core.marks.unpublishAll();
            takeOver(before);
            core.health.works("");
        }
        resume();
    }

    private void tell(Recovery recovery, long millis) {
        if (recovery.records() > 0) {
            core.health.info(
                    "{} messages read back in {} ms, {} of them in flight",
                    core.ledger.count(),
                    millis,
                    core.ledger.inFlightCount());
        }
        if (recovery.damagedBytes() > 0) {
            core.health.warn(
                    "{} bytes of {} are damaged; everything else was read, and the damaged files are kept as *{}",
                    recovery.damagedBytes(),
                    core.disk,
                    Segment.DAMAGED);
        }
        if (recovery.newerVersion() > 0) {
            core.health.warn(
                    "{} files of {} were written by a newer version of this bundle and are left as they are; install"
                            + " that version again to send what is in them",
                    recovery.newerVersion(),
                    core.disk);
        }
    }

    /** Messages that were kept in memory while there was no log become the log's. */
    private void takeOver(Ledger before) throws IOException {
        for (int id : core.memory.ids()) {
            int slot = before.slot(id);
            Ledger.State state = before.state(slot);
            if (state != Ledger.State.QUEUED && state != Ledger.State.IN_FLIGHT) {
                core.memory.remove(id);
                continue;
            }
            if (core.ledger.slot(id) != Slots.NONE) {
                renumber(id);
            }
            ByteBuffer record = ofThisLog(core.memory.get(id), core.ids.takeOrder());
            core.memory.replace(id, record);
            core.ledger.add(record, MemoryRecords.POSITION);
            if (state == Ledger.State.IN_FLIGHT) {
                core.ledger.published(id, before.token(slot), core.clock.now());
            }
        }
    }

    private ByteBuffer ofThisLog(ByteBuffer record, long order) throws IOException {
        Message message = core.format.read(record.duplicate().rewind());
        return core.format.write(new Message(
                message.id(),
                order,
                message.created(),
                core.clock.now(),
                message.topic(),
                message.payload(),
                message.qos(),
                message.retain(),
                message.priority()));
    }

    /** A message whose identifier was given again while the log was out of reach gets another; nobody knows it yet. */
    private void renumber(int id) throws IOException {
        Message old = core.format.read(core.record(core.ledger.slot(id)));
        ByteBuffer record = core.format.write(new Message(
                core.ids.take(core.ledger),
                old.order(),
                old.created(),
                old.age(),
                old.topic(),
                old.payload(),
                old.qos(),
                old.retain(),
                old.priority()));
        core.ledger.add(record, writer.append(record, true));
        core.ledger.remove(id);
        core.marks.removed(id);
    }

    /** Writes what could not be written. Messages move there only when they are safe. */
    private void resume() throws IOException {
        if (core.log.newest() == null) {
            writer.roll();
        }
        Map<Integer, Long> places = new LinkedHashMap<>();
        for (Segment suspect : core.suspects) {
            rescue(suspect, places);
        }
        for (int id : core.memory.ids()) {
            int slot = core.ledger.slot(id);
            Ledger.State state = core.ledger.state(slot);
            if (state == Ledger.State.QUEUED || state == Ledger.State.IN_FLIGHT) {
                places.put(id, writer.append(core.memory.get(id), true));
            }
            if (state == Ledger.State.IN_FLIGHT) {
                core.marks.published(id, core.ledger.token(slot));
            }
        }
        writer.writeMarks();
        writer.flushNow();
        places.forEach((id, position) -> core.ledger.move(core.ledger.slot(id), position));
        core.suspects.clear();
        core.health.works(places.isEmpty() ? "" : "; " + places.size() + " messages written from memory");
    }

    private void rescue(Segment suspect, Map<Integer, Long> places) throws IOException {
        ByteBuffer all;
        try {
            all = suspect.readAll();
        } catch (IOException e) {
            suspect.damaged();
            core.health.warn(
                    "what was last written to segment {} cannot be read back: {}", suspect.number(), e.getMessage());
            return;
        }
        List<ByteBuffer> records = new ArrayList<>();
        SegmentScan.of(all, suspect.number(), suspect.flushed(), (buffer, at, length) -> {
            boolean message = Frame.type(buffer, at) == Frame.MESSAGE;
            int slot = message ? core.ledger.slot(MessageFormat.id(buffer, at)) : Slots.NONE;
            boolean here = slot != Slots.NONE
                    && core.ledger.slots().position(slot) == SegmentLog.position(suspect.number(), at);
            if (here || Frame.type(buffer, at) == Frame.MARKS) {
                records.add(Frame.copy(buffer, at, length));
            }
        });
        for (ByteBuffer record : records) {
            long position = writer.append(record, false);
            if (Frame.type(record, 0) == Frame.MESSAGE) {
                places.put(MessageFormat.id(record, 0), position);
            }
        }
    }
}
