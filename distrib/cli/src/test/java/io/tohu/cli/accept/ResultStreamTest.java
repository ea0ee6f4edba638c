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

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.cli.cloud.CloudMessage;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultStreamTest {

    private final ResultStream stream = new ResultStream("/ACCEPT/results");

    @Test
    void theLongestGapCountsTheTimeBeforeTheFirstAndAfterTheLastMessage() {
        arrive(1000, 2000, 5000);

        assertThat(stream.longestGap(0, 6000)).isEqualTo(3000);
        assertThat(stream.longestGap(0, 9500)).isEqualTo(4500);
        assertThat(stream.longestGap(4000, 6000)).isEqualTo(1000);
    }

    @Test
    void aStreamThatStoppedIsOneGap() {
        assertThat(stream.longestGap(1000, 5000)).isEqualTo(4000);
    }

    @Test
    void messagesOfOtherTopicsAreNotCounted() {
        stream.accept(new CloudMessage("a/c/ACCEPT/alarms", Map.of(), 1, 1000));

        assertThat(stream.since(0)).isEmpty();
    }

    @Test
    void whatArrivedBeforeIsNotWaitedFor() throws Exception {
        arrive(1000, 2000);

        assertThat(stream.await(1500, 1, m -> true, 10)).isTrue();
        assertThat(stream.await(1500, 2, m -> true, 10)).isFalse();
    }

    private void arrive(long... times) {
        for (long time : times) {
            stream.accept(new CloudMessage("a/c/ACCEPT/results", Map.of(), 1, time));
        }
    }
}
