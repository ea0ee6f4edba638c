/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.serve;

import io.tohu.plant.recording.Recording;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A recording, row by row. Every row is one frame: the sensor columns and {@code Replay/row}, the row's index in the
 * recording, which is -1 before the first. Labels are never served.
 */
public final class ReplayMachine implements Machine {

    private final Recording recording;
    private final ReplayPace pace;
    private final int firstRow;
    private final Clock clock;
    private final Lamp lamp;
    private final Board board;
    private final List<Tag> tags;
    private boolean started;
    private int row = -1;
    private Instant shown;
    private Instant now;

    /** Replays from a row on, at once or when {@link #start()} is called. */
    public ReplayMachine(Recording recording, ReplayPace pace, int firstRow, boolean paused, Clock clock) {
        if (firstRow < 0 || firstRow >= recording.rows()) {
            throw new IllegalArgumentException(recording.file() + " has " + recording.rows() + " rows, so that "
                    + firstRow + " of them cannot be skipped");
        }
        this.recording = recording;
        this.pace = pace;
        this.firstRow = firstRow;
        this.started = !paused;
        this.clock = clock;
        this.shown = clock.instant();
        this.now = shown;
        this.lamp = new Lamp(shown);
        this.tags = tags(recording);
        this.board = new Board(frame());
    }

    /** Names under which the sensor columns are served, in the file's order; the same as {@link Tag#name()}. */
    public static List<String> channels(Recording recording) {
        Set<String> taken = new HashSet<>(Set.of("row"));
        return recording.columns().stream()
                .map(column -> safeName(column, taken))
                .toList();
    }

    private static List<Tag> tags(Recording recording) {
        List<Tag> tags = new ArrayList<>();
        for (String channel : channels(recording)) {
            tags.add(Tag.sensor("Replay/" + channel, "", 0));
        }
        tags.add(new Tag("Replay/row", Tag.Kind.INT, "", false, 0));
        tags.add(Tag.lamp());
        return List.copyOf(tags);
    }

    /** Characters that node identifiers or channel names cannot carry everywhere become '_'. */
    private static String safeName(String column, Set<String> taken) {
        String safe = column.replaceAll("[^A-Za-z0-9_.-]", "_");
        String name = safe;
        for (int i = 2; !taken.add(name); i++) {
            name = safe + "_" + i;
        }
        return name;
    }

    @Override
    public String mode() {
        return "replay";
    }

    @Override
    public List<Tag> tags() {
        return tags;
    }

    @Override
    public Board board() {
        return board;
    }

    @Override
    public Lamp lamp() {
        return lamp;
    }

    public Recording recording() {
        return recording;
    }

    /** Index of the row that is served, -1 before the first. */
    public synchronized int row() {
        return row;
    }

    /** {@code waiting}, {@code running} or {@code done}. */
    public synchronized String state() {
        if (!started) {
            return "waiting";
        }
        return row == recording.rows() - 1 ? "done" : "running";
    }

    @Override
    public boolean running() {
        return state().equals("running");
    }

    /** Begins a replay that waits; nothing happens to one that has begun. */
    public synchronized void start() {
        started = true;
    }

    @Override
    public synchronized long advance(Instant due) {
        long next = IDLE;
        if (running()) {
            row = row < 0 ? firstRow : row + 1;
            shown = due;
            next = pace.nanosAfter(row);
        }
        now = due;
        board.show(frame());
        return next;
    }

    @Override
    public synchronized void write(int tag, Object value) {
        if (tag != tags.size() - 1) {
            throw new IllegalArgumentException(tags.get(tag).id() + " cannot be written");
        }
        lamp.set((Boolean) value, clock.instant());
        board.show(frame());
    }

    private Frame frame() {
        List<Frame.Cell> cells = new ArrayList<>();
        for (int column = 0; column < recording.columns().size(); column++) {
            double value = row < 0 ? Double.NaN : recording.value(row, column);
            cells.add(new Frame.Cell(Double.isNaN(value) ? null : value, shown));
        }
        cells.add(new Frame.Cell(row, shown));
        cells.add(lamp.cell());
        return new Frame(now, cells);
    }
}
