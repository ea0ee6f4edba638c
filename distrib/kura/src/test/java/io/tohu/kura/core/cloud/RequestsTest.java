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

import static io.tohu.kura.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.request.RequestHandler;
import org.eclipse.kura.cloudconnection.request.RequestHandlerContext;
import org.eclipse.kura.message.KuraPayload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestsTest {

    private final List<String> replies = new CopyOnWriteArrayList<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final Requests requests = new Requests(
            "test",
            () -> new RequestHandlerContext(null, Map.of()),
            (client, appTopic, payload) -> replies.add(client + " " + appTopic));

    @AfterEach
    void stop() {
        mayGoOn.countDown();
        requests.close();
    }

    private void ask(String appId) {
        KuraPayload request = new KuraPayload();
        request.addMetric("request.id", "7");
        request.addMetric("requester.client.id", "console");
        requests.handle(appId, "GET/x", PayloadCodec.encode(request, false));
    }

    private RequestHandler waiting() {
        return new RequestHandler() {
            @Override
            public KuraMessage doGet(RequestHandlerContext context, KuraMessage message) {
                inside.incrementAndGet();
                try {
                    mayGoOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return new KuraMessage(new KuraPayload());
            }
        };
    }

    @Test
    void aRequestToAnUnknownApplicationIsNotAnsweredAtAll() {
        requests.register("KNOWN-V1", waiting());
        mayGoOn.countDown();

        ask("UNKNOWN-V1");
        ask("KNOWN-V1");

        eventually("the known one answers", () -> !replies.isEmpty());
        assertThat(replies).containsExactly("console KNOWN-V1/REPLY/7");
    }

    @Test
    void twoRequestsAreHandledAtATimeAndTheThirdWaits() {
        requests.register("SLOW-V1", waiting());
        for (int i = 0; i < 3; i++) {
            ask("SLOW-V1");
        }

        eventually("two are inside", () -> inside.get() == 2);
        assertThat(threadsOfTheService()).isEqualTo(2);
        mayGoOn.countDown();

        eventually("all are answered", () -> replies.size() == 3);
    }

    private static long threadsOfTheService() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> "cloud-request-test".equals(thread.getName()))
                .count();
    }
}
