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

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.request.RequestHandler;
import org.eclipse.kura.cloudconnection.request.RequestHandlerContext;
import org.eclipse.kura.cloudconnection.request.RequestHandlerMessageConstants;
import org.eclipse.kura.message.KuraPayload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request to an application, from its handler's call to the reply.
 *
 * <p>A request without {@code request.id} or {@code requester.client.id} gets no reply, and neither does one that the
 * handler answers with null. What the handler throws becomes 400 (IllegalArgumentException, BAD_REQUEST), 404 (NOT_FOUND)
 * or 500; only a KuraException's message is told.
 */
final class RequestCall {

    private static final Logger LOG = LoggerFactory.getLogger(RequestCall.class);

    private static final String RESPONSE_CODE = "response.code";
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int ERROR = 500;

    /** Takes a reply to where the requester listens. */
    interface Replies {
        void send(String client, String appTopic, KuraPayload payload) throws KuraException;
    }

    private final String appId;
    private final RequestHandler handler;
    private final RequestHandlerContext context;
    private final Replies replies;

    RequestCall(String appId, RequestHandler handler, RequestHandlerContext context, Replies replies) {
        this.appId = appId;
        this.handler = handler;
        this.context = context;
        this.replies = replies;
    }

    void run(String appTopic, KuraPayload request) {
        if (!(request.getMetric("request.id") instanceof String id)
                || !(request.getMetric("requester.client.id") instanceof String requester)) {
            LOG.debug("A request to {} without ids is not answered", appId);
            return;
        }
        KuraMessage response = respond(appTopic, request);
        if (response == null) {
            LOG.error("{} has no answer to {}", appId, appTopic);
            return;
        }
        response.getPayload().setTimestamp(new Date());
        try {
            replies.send(requester, appId + "/REPLY/" + id, response.getPayload());
        } catch (KuraException | RuntimeException e) {
            LOG.error("The reply of {} to {} is not sent: {}", appId, appTopic, e.toString());
        }
    }

    private KuraMessage respond(String appTopic, KuraPayload request) {
        List<String> parts = List.of(appTopic.split("/"));
        KuraMessage message = new KuraMessage(
                request,
                Map.of(RequestHandlerMessageConstants.ARGS_KEY.value(), List.copyOf(parts.subList(1, parts.size()))));
        try {
            return switch (parts.get(0)) {
                case "GET" -> handler.doGet(context, message);
                case "PUT" -> handler.doPut(context, message);
                case "POST" -> handler.doPost(context, message);
                case "DEL" -> handler.doDel(context, message);
                case "EXEC" -> handler.doExec(context, message);
                default -> failure(BAD_REQUEST, null);
            };
        } catch (IllegalArgumentException e) {
            return failure(BAD_REQUEST, null);
        } catch (KuraException e) {
            return failure(code(e.getCode()), e.getMessage());
        } catch (Exception e) {
            LOG.error("{} fails at {}", appId, appTopic, e);
            return failure(ERROR, null);
        }
    }

    private static int code(KuraErrorCode code) {
        return switch (code) {
            case BAD_REQUEST -> BAD_REQUEST;
            case NOT_FOUND -> NOT_FOUND;
            default -> ERROR;
        };
    }

    private static KuraMessage failure(int code, String message) {
        KuraPayload payload = new KuraPayload();
        payload.addMetric(RESPONSE_CODE, code);
        if (message != null) {
            payload.addMetric("response.exception.message", message);
        }
        return new KuraMessage(payload);
    }
}
