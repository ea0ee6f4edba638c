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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.request.RequestHandler;
import org.eclipse.kura.cloudconnection.request.RequestHandlerContext;
import org.eclipse.kura.message.KuraPayload;
import org.junit.jupiter.api.Test;

class RequestCallTest {

    private final List<String> topics = new ArrayList<>();
    private final List<KuraPayload> replies = new ArrayList<>();

    @Test
    void theHandlerGetsItsResourcesAndItsReplyGoesToTheRequester() {
        List<Object> args = new ArrayList<>();
        call("GET/configurations/byPid", request(), new RequestHandler() {
            @Override
            public KuraMessage doGet(RequestHandlerContext context, KuraMessage message) {
                args.add(message.getProperties().get("args"));
                KuraPayload payload = new KuraPayload();
                payload.addMetric("response.code", 200);
                return new KuraMessage(payload);
            }
        });

        assertThat(args).containsExactly(List.of("configurations", "byPid"));
        assertThat(topics).containsExactly("console: APP-V1/REPLY/7");
        assertThat(replies.get(0).getMetric("response.code")).isEqualTo(200);
        assertThat(replies.get(0).getTimestamp()).isNotNull();
    }

    @Test
    void anUnknownResourceIs404AndTellsWhatTheExceptionSays() {
        KuraException unknown = new KuraException(KuraErrorCode.NOT_FOUND, "no x");
        call("EXEC/x", request(), throwing(unknown));

        assertThat(replies.get(0).getMetric("response.code")).isEqualTo(404);
        assertThat((String) replies.get(0).getMetric("response.exception.message"))
                .contains(unknown.getMessage());
    }

    @Test
    void aBadRequestIs400() {
        call("EXEC/x", request(), throwing(new KuraException(KuraErrorCode.BAD_REQUEST)));

        assertThat(replies.get(0).getMetric("response.code")).isEqualTo(400);
    }

    @Test
    void anyOtherErrorIs500WhateverItsCode() {
        call("EXEC/x", request(), throwing(new KuraException(KuraErrorCode.SERVICE_UNAVAILABLE)));

        assertThat(replies.get(0).getMetric("response.code")).isEqualTo(500);
    }

    @Test
    void aRuntimeExceptionIs500WithoutItsMessageAsInKura() {
        call("GET/x", request(), new RequestHandler() {
            @Override
            public KuraMessage doGet(RequestHandlerContext context, KuraMessage message) {
                throw new IllegalStateException("inner");
            }
        });

        assertThat(replies.get(0).getMetric("response.code")).isEqualTo(500);
        assertThat(replies.get(0).getMetric("response.exception.message")).isNull();
    }

    @Test
    void anUnknownVerbIs400() {
        call("LOOK/x", request(), new RequestHandler() {});

        assertThat(replies.get(0).getMetric("response.code")).isEqualTo(400);
    }

    @Test
    void aRequestWithoutIdsGetsNoReply() {
        call("GET/x", new KuraPayload(), new RequestHandler() {});

        assertThat(replies).isEmpty();
    }

    @Test
    void aHandlerWithoutAnswerMeansNoReplyAsInKura() {
        call("GET/x", request(), new RequestHandler() {
            @Override
            public KuraMessage doGet(RequestHandlerContext context, KuraMessage message) {
                return null;
            }
        });

        assertThat(replies).isEmpty();
    }

    private static RequestHandler throwing(KuraException e) {
        return new RequestHandler() {
            @Override
            public KuraMessage doExec(RequestHandlerContext context, KuraMessage message) throws KuraException {
                throw e;
            }
        };
    }

    private static KuraPayload request() {
        KuraPayload payload = new KuraPayload();
        payload.addMetric("request.id", "7");
        payload.addMetric("requester.client.id", "console");
        return payload;
    }

    private void call(String appTopic, KuraPayload request, RequestHandler handler) {
        RequestHandlerContext context = new RequestHandlerContext(null, Map.of());
        new RequestCall("APP-V1", handler, context, (client, topic, payload) -> {
                    topics.add(client + ": " + topic);
                    replies.add(payload);
                })
                .run(appTopic, request);
    }
}
