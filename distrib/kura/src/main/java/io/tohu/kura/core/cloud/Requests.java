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

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.kura.cloudconnection.request.RequestHandler;
import org.eclipse.kura.cloudconnection.request.RequestHandlerContext;
import org.eclipse.kura.message.KuraPayload;

/** The applications that answer requests, two requests at a time; a request to any other is not answered at all. */
final class Requests {

    static final int REPLY_PRIORITY = 1;

    private static final int AT_A_TIME = 2;

    private final Map<String, RequestHandler> handlers = new ConcurrentHashMap<>();
    private final Supplier<RequestHandlerContext> context;
    private final RequestCall.Replies replies;
    private final ExecutorService threads;

    Requests(String name, Supplier<RequestHandlerContext> context, RequestCall.Replies replies) {
        this.context = context;
        this.replies = replies;
        this.threads = Executors.newFixedThreadPool(AT_A_TIME, task -> new Thread(task, "cloud-request-" + name));
    }

    void register(String appId, RequestHandler handler) {
        handlers.put(appId, handler);
    }

    void unregister(String appId) {
        handlers.remove(appId);
    }

    Collection<String> appIds() {
        return handlers.keySet();
    }

    /** Answers in a thread of its own; what is no Kura payload reaches the handler as a body. */
    void handle(String appId, String appTopic, byte[] bytes) {
        RequestHandler handler = handlers.get(appId);
        if (handler != null) {
            RequestCall call = new RequestCall(appId, handler, context.get(), replies);
            threads.execute(() -> call.run(appTopic, decoded(bytes)));
        }
    }

    private static KuraPayload decoded(byte[] bytes) {
        try {
            return PayloadCodec.decode(bytes);
        } catch (IOException e) {
            KuraPayload raw = new KuraPayload();
            raw.setBody(bytes);
            return raw;
        }
    }

    void close() {
        threads.shutdownNow();
    }
}
