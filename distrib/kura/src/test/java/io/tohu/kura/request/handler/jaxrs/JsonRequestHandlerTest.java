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

import static io.tohu.kura.testing.Requests.ask;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tohu.kura.request.handler.jaxrs.RequestFailure.Parts;
import java.util.List;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.junit.jupiter.api.Test;

class JsonRequestHandlerTest {

    /** What the requests of this test say. */
    static final class Body {
        private List<String> pids;
    }

    private static final class Handler extends JsonRequestHandler<JsonRequestHandlerTest.Body> {

        Handler() {
            super(Body.class);
            on("GET/one", body -> {
                JsonObject json = new JsonObject();
                json.addProperty("equals", "=");
                json.addProperty("nothing", (String) null);
                return json;
            });
            on("POST/pids", body -> {
                RequestFailure.required("pids", body.pids);
                return null;
            });
            on("EXEC/wrong", body -> {
                throw new KuraException(KuraErrorCode.CONFIGURATION_ERROR, "x");
            });
            on("EXEC/broken", body -> {
                throw new IllegalStateException();
            });
            on("PUT/parts", body -> {
                Parts parts = new Parts();
                parts.run("one", () -> {
                    throw new IllegalArgumentException("first");
                });
                parts.run("two", () -> {});
                parts.requireAll();
                return null;
            });
        }
    }

    private final Handler handler = new Handler();

    @Test
    void anAnswerHasNoNullsAndIsEscapedAsKurasIs() throws Exception {
        assertThat(ask(handler, "GET/one", null)).isEqualTo("200 {'equals':'\\u003d'}");
    }

    @Test
    void anUnknownPathOrAnotherVerbIs404WithAMessageInTheBody() throws Exception {
        assertThat(ask(handler, "GET/two", null)).startsWith("404 {'message':'");
        assertThat(ask(handler, "POST/one", null)).startsWith("404 ");
    }

    @Test
    void whatIsMissingIs400AndNamed() throws Exception {
        assertThat(ask(handler, "POST/pids", "{}")).startsWith("400 ").contains("pids", "is required");
    }

    @Test
    void malformedJsonAndAMemberOfAnotherShapeAre400() throws Exception {
        assertThat(ask(handler, "POST/pids", "{pids")).startsWith("400 ");
        assertThat(ask(handler, "POST/pids", "[]")).startsWith("400 ");
        assertThat(ask(handler, "POST/pids", "{'pids':3}")).startsWith("400 ");
    }

    @Test
    void aRequestWithoutTheBodyThatItNeedsIs500AsInKura() throws Exception {
        assertThat(ask(handler, "POST/pids", null)).startsWith("500 ");
    }

    @Test
    void aConfigurationErrorIs400AndAnyOtherIs500() throws Exception {
        assertThat(ask(handler, "EXEC/wrong", null)).startsWith("400 ");
        assertThat(ask(handler, "EXEC/broken", null)).isEqualTo("500 {'message':'An internal error occurred'}");
    }

    @Test
    void onlyThePartsThatFailedAreNamed() throws Exception {
        assertThat(ask(handler, "PUT/parts", null)).isEqualTo("500 {'failures':[{'id':'one','message':'first'}]}");
    }
}
