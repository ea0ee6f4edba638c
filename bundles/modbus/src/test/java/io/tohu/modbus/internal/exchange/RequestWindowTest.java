/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.modbus.internal.ManualTimer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RequestWindowTest {

    private final ManualTimer timer = new ManualTimer();
    private final List<CompletableFuture<String>> sent = new ArrayList<>();

    private CompletableFuture<String> submit(RequestWindow<String> window) {
        return window.submit(() -> {
            CompletableFuture<String> reply = new CompletableFuture<>();
            sent.add(reply);
            return reply;
        });
    }

    @Test
    void noMoreRequestsAreOpenThanAllowedAndTheNextGoesWithTheFirstReply() {
        RequestWindow<String> window = new RequestWindow<>(() -> 2, () -> 0L, timer);
        submit(window);
        submit(window);
        submit(window);
        assertThat(sent).hasSize(2);

        sent.get(1).complete("reply");

        assertThat(sent).hasSize(3);
    }

    @Test
    void aFailureMakesRoomLikeAReply() {
        RequestWindow<String> window = new RequestWindow<>(() -> 1, () -> 0L, timer);
        submit(window);
        submit(window);

        sent.get(0).completeExceptionally(new IllegalStateException());

        assertThat(sent).hasSize(2);
    }

    @Test
    void thePauseRunsFromTheReplyToTheNextRequestAndAllowsOnlyOne() {
        RequestWindow<String> window = new RequestWindow<>(() -> 4, () -> 60_000_000L, timer);
        submit(window);
        submit(window);
        timer.advanceMillis(500);
        assertThat(sent).hasSize(1);

        sent.get(0).complete("reply");
        timer.advanceMillis(59);
        assertThat(sent).hasSize(1);
        timer.advanceMillis(1);
        assertThat(sent).hasSize(2);
    }

    @Test
    void thePauseHoldsForARequestThatComesLaterToo() {
        RequestWindow<String> window = new RequestWindow<>(() -> 1, () -> 60_000_000L, timer);
        submit(window);
        sent.get(0).complete("reply");
        timer.advanceMillis(20);

        submit(window);

        assertThat(sent).hasSize(1);
        timer.advanceMillis(40);
        assertThat(sent).hasSize(2);
    }

    @Test
    void theEndFailsWhatWaitsAndWhatComesLater() {
        RequestWindow<String> window = new RequestWindow<>(() -> 1, () -> 0L, timer);
        submit(window);
        CompletableFuture<String> waiting = submit(window);

        window.end(new IllegalStateException("over"));

        assertThat(waiting).isCompletedExceptionally();
        assertThat(submit(window)).isCompletedExceptionally();
        assertThat(sent).hasSize(1);
    }

    @Test
    void aHundredThousandRequestsThatFailAtOnceDoNotOverflowTheStack() {
        RequestWindow<String> window = new RequestWindow<>(() -> 1, () -> 0L, timer);
        submit(window);
        List<CompletableFuture<String>> rest = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            rest.add(window.submit(() -> CompletableFuture.failedFuture(new IllegalStateException())));
        }

        sent.get(0).complete("reply");

        assertThat(rest.stream().filter(r -> !r.isCompletedExceptionally()).count())
                .isZero();
    }
}
