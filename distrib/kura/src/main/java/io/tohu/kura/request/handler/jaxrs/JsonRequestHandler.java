/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.request.handler.jaxrs;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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
 * Answers requests whose bodies are JSON, each by its verb and path. Every failure is an answer too, 404 for a path that
 * there is not, and says why in its body, not in a metric.
 *
 * @param <B> what the JSON of a request is read into
 */
public abstract class JsonRequestHandler<B> implements RequestHandler {

    private static final Logger LOG = LoggerFactory.getLogger(JsonRequestHandler.class);
    private static final int OK = 200;

    /** What one verb and path does. */
    protected interface Endpoint<B> {

        /**
         * @param body of the request, null when it has none; what is not given in it is null
         * @return written as JSON; null for an answer without body
         * @throws Exception answered as {@link RequestFailure}, or as 500
         */
        Object answer(B body) throws Exception;
    }

    private final Map<String, Endpoint<B>> endpoints = new HashMap<>();
    private final Gson gson = new Gson();
    private final Class<B> bodies;

    protected JsonRequestHandler(Class<B> bodies) {
        this.bodies = bodies;
    }

    /** @param request verb and path, such as {@code GET/snapshots} */
    protected final void on(String request, Endpoint<B> endpoint) {
        endpoints.put(request, endpoint);
    }

    private KuraMessage answer(String verb, KuraMessage request) {
        List<?> path = (List<?>) request.getProperties().get(RequestHandlerMessageConstants.ARGS_KEY.value());
        String resource = verb + "/"
                + String.join("/", path.stream().map(Object::toString).toList());
        try {
            Endpoint<B> endpoint = endpoints.get(resource);
            if (endpoint == null) {
                throw new KuraException(KuraErrorCode.NOT_FOUND);
            }
            return message(OK, endpoint.answer(body(request.getPayload().getBody())));
        } catch (Exception e) {
            LOG.debug("{} failed", resource, e);
            RequestFailure failure = RequestFailure.of(e);
            return message(failure.code(), failure.body());
        }
    }

    private B body(byte[] bytes) throws KuraException {
        try {
            return bytes == null ? null : gson.fromJson(new String(bytes, StandardCharsets.UTF_8), bodies);
        } catch (JsonParseException e) {
            throw new KuraException(KuraErrorCode.BAD_REQUEST, e);
        }
    }

    private KuraMessage message(int code, Object body) {
        KuraPayload payload = new KuraPayload();
        payload.addMetric("response.code", code);
        if (body != null) {
            payload.setBody(gson.toJson(body).getBytes(StandardCharsets.UTF_8));
        }
        return new KuraMessage(payload);
    }

    @Override
    public final KuraMessage doGet(RequestHandlerContext context, KuraMessage request) {
        return answer("GET", request);
    }

    @Override
    public final KuraMessage doPut(RequestHandlerContext context, KuraMessage request) {
        return answer("PUT", request);
    }

    @Override
    public final KuraMessage doPost(RequestHandlerContext context, KuraMessage request) {
        return answer("POST", request);
    }

    @Override
    public final KuraMessage doDel(RequestHandlerContext context, KuraMessage request) {
        return answer("DEL", request);
    }

    @Override
    public final KuraMessage doExec(RequestHandlerContext context, KuraMessage request) {
        return answer("EXEC", request);
    }
}
