/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.listen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.opcua.internal.LogLines;
import io.tohu.opcua.internal.channel.ChannelException;
import io.tohu.opcua.internal.channel.ChannelSpec;
import io.tohu.opcua.internal.status.DriverStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LossesTest {

    private final LogLines lines = LogLines.of(Losses.class.getName());
    private final Losses losses = new Losses("press", new DriverStatus());

    @AfterEach
    void forget() {
        lines.close();
    }

    @Test
    void aThousandChannelsThatOverflowTogetherAreOneLineAndLaterLossesNone() {
        List<ListenedChannel> channels =
                IntStream.range(0, 1000).mapToObj(i -> channel("c" + i)).toList();
        channels.forEach(losses::overflowed);
        losses.report();
        channels.forEach(losses::overflowed);
        losses.report();
        assertThat(lines.texts()).singleElement().asString().contains("press", "c0 (", "and 999 more", "queue.size");
    }

    @Test
    void aChannelThatOverflowsLaterThanOthersIsSaidByItself() {
        losses.overflowed(channel("a"));
        losses.report();
        losses.overflowed(channel("b"));
        losses.report();
        assertThat(lines.texts()).hasSize(2).noneMatch(text -> text.contains("more,"));
        assertThat(lines.texts().get(1)).contains("channel b (");
    }

    private static ListenedChannel channel(String name) {
        try {
            return new ListenedChannel(
                    ChannelSpec.of(Map.of("+name", name, "+value.type", "DOUBLE", "node.id", "ns=2;s=" + name)),
                    event -> {});
        } catch (ChannelException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
