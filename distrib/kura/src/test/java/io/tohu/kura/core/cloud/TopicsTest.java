/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void aPlaceholderBecomesTheMetricOfThatName() {
        assertThat(TopicPlaceholders.fill("A1/$assetName/$line", Map.of("assetName", "pump", "line", 4)))
                .isEqualTo("A1/pump/4");
    }

    @Test
    void aPlaceholderWithoutMetricStaysInTheTopicAsInKura() {
        assertThat(TopicPlaceholders.fill("A1/$assetName", Map.of())).isEqualTo("A1/$assetName");
    }

    @Test
    void aValueWithADollarFailsTheMessageAsInKura() {
        assertThatThrownBy(() -> TopicPlaceholders.fill("A1/$name", Map.of("name", "a$b")))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void aRequestIsOneToAnApplicationUnderTheControlPrefix() {
        assertThat(KuraTopic.parse("$EDC/acme/gateway/CONF-V2/GET/configurations/byPid", "$EDC"))
                .isEqualTo(new KuraTopic(true, "acme", "gateway", "CONF-V2", "GET/configurations/byPid"));
    }

    @Test
    void aDataTopicIsNoRequest() {
        KuraTopic topic = KuraTopic.parse("acme/gateway/W1/A1/pump", "$EDC");

        assertThat(topic.control()).isFalse();
        assertThat(topic.appId()).isEqualTo("W1");
        assertThat(topic.appTopic()).isEqualTo("A1/pump");
    }

    @Test
    void aTopicThatEndsEarlyHasNoApplication() {
        assertThat(KuraTopic.parse("$EDC/acme", "$EDC")).isEqualTo(new KuraTopic(true, "acme", null, null, null));
    }

    @Test
    void ownControlMessagesCarryTokensForAccountAndClient() {
        CloudOptions options = new CloudOptions("name", "$EDC", true, true);

        assertThat(options.ownControlTopic("MQTT/BIRTH")).isEqualTo("$EDC/#account-name/#client-id/MQTT/BIRTH");
        assertThat(options.controlTopic("console", "CONF-V2/REPLY/1"))
                .isEqualTo("$EDC/#account-name/console/CONF-V2/REPLY/1");
    }
}
