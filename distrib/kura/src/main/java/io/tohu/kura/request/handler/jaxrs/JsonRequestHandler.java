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
import com.google.gson.JsonElement;
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
 */
public abstract class JsonRequestHandler implements RequestHandler {

    private static final Logger LOG = LoggerFactory.getLogger(JsonRequestHandler.class);
    private static final int OK = 200;

    /** What one verb and path does. */
    protected interface Endpoint {

        /**
         * @param body of the request, null when it has none
         * @return body of the answer, null for none
         * @throws Exception answered as {@link RequestFailure}, or as 500
         */
        JsonElement answer(JsonBody body) throws Exception;
    }

    private final Map<String, Endpoint> endpoints = new HashMap<>();
    private final Gson gson = new Gson();

    /** @param request verb and path, such as {@code GET/snapshots} */
    protected final void on(String request, Endpoint endpoint) {
        endpoints.put(request, endpoint);
    }

    private KuraMessage answer(String verb, KuraMessage request) {
        List<?> path = (List<?>) request.getProperties().get(RequestHandlerMessageConstants.ARGS_KEY.value());
        String resource = verb + "/"
                + String.join("/", path.stream().map(Object::toString).toList());
        try {
            Endpoint endpoint = endpoints.get(resource);
            if (endpoint == null) {
                throw new KuraException(KuraErrorCode.NOT_FOUND);
            }
            JsonBody body = JsonBody.of(request.getPayload().getBody());
            return message(OK, endpoint.answer(body));
        } catch (Exception e) {
            LOG.debug("{} failed", resource, e);
            RequestFailure failure = RequestFailure.of(e);
            return message(failure.code(), failure.body());
        }
    }

    private KuraMessage message(int code, JsonElement body) {
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
