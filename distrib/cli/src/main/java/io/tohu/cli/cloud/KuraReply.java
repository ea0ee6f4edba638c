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

import java.util.Map;

/**
 * A gateway's answer.
 *
 * @param request what was asked, for messages
 * @param code 200 when it was done; 400, 404 or 500
 */
public record KuraReply(String request, int code, KuraPayload payload) {

    private static final int DONE = 200;
    private static final int SHOWN = 400;

    static KuraReply of(String request, KuraPayload payload) {
        Object code = payload.metrics().get("response.code");
        return new KuraReply(request, code instanceof Number n ? n.intValue() : 0, payload);
    }

    /** The body as text. */
    public String text() {
        return payload.text();
    }

    public Map<String, Object> metrics() {
        return payload.metrics();
    }

    public boolean done() {
        return code == DONE;
    }

    /**
     * This reply, if the gateway did what was asked.
     *
     * @throws KuraRefusal otherwise, with code and reason
     */
    public KuraReply orRefusal() throws KuraRefusal {
        if (done()) {
            return this;
        }
        Object reason = metrics().getOrDefault("response.exception.message", "");
        String text = (reason + " " + text()).strip();
        throw new KuraRefusal(
                code,
                request + " was answered with " + code
                        + (text.isEmpty() ? "" : ": " + text.substring(0, Math.min(SHOWN, text.length()))));
    }
}
