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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KuraReplyTest {

    @Test
    void aReplyWithCode200IsDone() throws Exception {
        KuraReply reply = reply(Map.of("response.code", 200), "{}");

        assertThat(reply.orRefusal().text()).isEqualTo("{}");
    }

    @Test
    void aRefusalSaysWhatWasAskedAndWhatTheGatewayAnswered() {
        KuraReply reply = reply(Map.of("response.code", 400, "response.exception.message", "no such graph"), "");

        assertThatExceptionOfType(KuraRefusal.class)
                .isThrownBy(reply::orRefusal)
                .withMessage("WIRE-V1 PUT/graph was answered with 400: no such graph")
                .matches(refusal -> refusal.code() == 400);
    }

    @Test
    void aReplyWithoutACodeIsNotTakenForDone() {
        assertThat(reply(Map.of(), "").done()).isFalse();
    }

    private static KuraReply reply(Map<String, Object> metrics, String body) {
        return KuraReply.of("WIRE-V1 PUT/graph", new KuraPayload(metrics, body.getBytes()));
    }
}
