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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudViewTest {

    private final List<CloudMessage> heard = new ArrayList<>();
    private final CloudView view = new CloudView(heard::add);

    private static CloudMessage message(String topic, double score) {
        return new CloudMessage(topic, Map.of("score", score), 10, 0);
    }

    @Test
    void controlMessagesAreNotCountedAsData() {
        view.accept(message("$EDC/tohu/g/MQTT/BIRTH", 0));
        view.accept(message("tohu/g/TOHU/results", 1));
        assertThat(view.messages()).isEqualTo(1);
        assertThat(view.bytes()).isEqualTo(10);
        assertThat(view.count("/MQTT/BIRTH")).isEqualTo(1);
        assertThat(heard).hasSize(2);
    }

    @Test
    void theNewestResultAndEveryAlarmAreKept() {
        view.accept(message("tohu/g/TOHU/results", 1));
        view.accept(message("tohu/g/TOHU/results", 2));
        view.accept(message("tohu/g/TOHU/alarms", 3));
        view.accept(message("tohu/g/TOHU/alarms", 4));
        assertThat(view.last("/results").orElseThrow().number("score")).isEqualTo(2);
        assertThat(view.alarms()).extracting(a -> a.number("score")).containsExactly(3.0, 4.0);
    }

    @Test
    void aWaitEndsWhenItsTimeIsOver() throws InterruptedException {
        assertThat(view.await(v -> v.messages() > 0, 1)).isFalse();
    }
}
