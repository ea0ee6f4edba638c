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

import io.tohu.outbox.internal.TestClock;
import io.tohu.outbox.internal.log.DiskSource;
import io.tohu.outbox.internal.log.DurableQueue;
import io.tohu.outbox.internal.log.StoredView;
import io.tohu.outbox.internal.log.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every history of a few calls, with a power cut at every change of the disk: what is read back is what was there after
 * some of the calls, in their order, and after all those stores that had returned.
 */
class SmallHistoriesTest {

    private static final int LENGTH = Boolean.getBoolean("tohu.full") ? 5 : 4;

    private enum Call {
        STORE_ALARM,
        STORE_TELEMETRY,
        PUBLISH,
        CONFIRM,
        UNPUBLISH_ALL,
        DROP_ALL,
        PURGE,
        TICK
    }

    private final TestClock clock = new TestClock();
    private int histories;
    private int cuts;

    @Test
    void everySmallHistoryComesBackAsSomeBeginningOfItself() throws Exception {
        extend(new ArrayList<>());

        assertThat(histories).isGreaterThan(500);
        assertThat(cuts).isGreaterThan(10 * histories);
    }

    private void extend(List<Call> history) throws Exception {
        if (history.size() == LENGTH) {
            histories++;
            cutEverywhere(history);
            return;
        }
        for (Call call : Call.values()) {
            boolean pointless = history.isEmpty() && call.ordinal() > Call.STORE_TELEMETRY.ordinal();
            if (!pointless) {
                history.add(call);
                extend(history);
                history.remove(history.size() - 1);
            }
        }
    }

    private void cutEverywhere(List<Call> history) throws Exception {
        RecordingDisk whole = new RecordingDisk();
        DurableQueue queue = open(whole);
        int opened = whole.operations();
        List<String> states = new ArrayList<>();
        states.add(state(queue));
        for (int i = 0; i < history.size(); i++) {
            call(queue, history.get(i), i);
            states.add(state(queue));
        }
        for (int cut = opened; cut <= whole.operations(); cut++) {
            for (RecordingDisk.Fate fate : RecordingDisk.Fate.values()) {
                cuts++;
                cut(history, states, cut, fate);
            }
        }
    }

    private void cut(List<Call> history, List<String> states, int cut, RecordingDisk.Fate fate) throws Exception {
        RecordingDisk disk = new RecordingDisk();
        disk.cutAfter(cut);
        int begun = 0;
        int safe = 0;
        try {
            DurableQueue queue = open(disk);
            for (int i = 0; i < history.size(); i++) {
                begun = i + 1;
                call(queue, history.get(i), i);
                safe = history.get(i).name().startsWith("STORE") ? begun : safe;
            }
        } catch (RecordingDisk.PowerCut e) {
            // as asked
        }
        String found = state(open(disk.afterPowerCut(fate, new Random(cut))));
        assertThat(states.subList(safe, begun + 1))
                .as("%s, cut after %d changes of the disk, %s", history, cut, fate)
                .contains(found);
    }

    private DurableQueue open(RecordingDisk disk) {
        return new DurableQueue(
                "small",
                () -> new DiskSource.OpenDisk(disk, () -> {}, null, false),
                PowerCutTest.settings(""),
                clock.time(),
                () -> {});
    }

    private void call(DurableQueue queue, Call call, int step) throws Exception {
        switch (call) {
            case STORE_ALARM -> queue.store("alarm/" + step, new byte[] {(byte) step}, 1, false, 1);
            case STORE_TELEMETRY -> queue.store("telemetry/" + step, null, 0, true, 5);
            case PUBLISH -> queue.next()
                    .ifPresent(next -> queue.published(
                            next.message().id(), next.message().qos() == 0 ? null : new Token(step, "s")));
            case CONFIRM -> queue.inFlight().stream()
                    .findFirst()
                    .ifPresent(first -> queue.confirmed(first.message().id()));
            case UNPUBLISH_ALL -> queue.unpublishAll();
            case DROP_ALL -> queue.dropAll();
            case PURGE -> queue.purge(0);
            default -> {
                clock.pass(1000);
                queue.tick();
            }
        }
    }

    private static String state(DurableQueue queue) {
        return "waiting " + topics(queue.unpublished()) + ", in flight "
                + queue.inFlight().stream()
                        .map(view -> view.message().topic() + view.token())
                        .toList()
                + ", dropped " + topics(queue.dropped()) + ", in all " + queue.count();
    }

    private static String topics(List<StoredView> views) {
        return views.stream().map(view -> view.message().topic()).collect(Collectors.joining(" "));
    }
}
