/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.request.RequestHandler;
import org.eclipse.kura.cloudconnection.request.RequestHandlerContext;
import org.eclipse.kura.message.KuraPayload;

/** Asks a request handler as a cloud connection does. */
public final class Requests {

    private Requests() {}

    /**
     * @param handler of one application
     * @param resource verb and path
     * @param body JSON, or null
     * @return the code and the body, {@code 200 {"a":1}}
     */
    public static String ask(RequestHandler handler, String resource, String body) throws KuraException {
        KuraPayload request = new KuraPayload();
        if (body != null) {
            request.setBody(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }
        KuraPayload answer = ask(handler, resource, request, null);
        String text = answer.getBody() == null ? "" : " " + new String(answer.getBody(), StandardCharsets.UTF_8);
        return answer.getMetric("response.code") + text.replace('"', '\'');
    }

    /** The whole answer to a whole request. */
    public static KuraPayload ask(
            RequestHandler handler, String resource, KuraPayload request, RequestHandlerContext context)
            throws KuraException {
        String[] path = resource.split("/");
        KuraMessage message =
                new KuraMessage(request, Map.of("args", List.of(path).subList(1, path.length)));
        KuraMessage answer =
                switch (path[0]) {
                    case "GET" -> handler.doGet(context, message);
                    case "PUT" -> handler.doPut(context, message);
                    case "POST" -> handler.doPost(context, message);
                    case "DEL" -> handler.doDel(context, message);
                    default -> handler.doExec(context, message);
                };
        return answer.getPayload();
    }
}
