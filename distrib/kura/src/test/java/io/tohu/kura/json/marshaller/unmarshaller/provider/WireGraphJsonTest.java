/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.json.marshaller.unmarshaller.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import org.eclipse.kura.wire.graph.MultiportWireConfiguration;
import org.eclipse.kura.wire.graph.WireGraphConfiguration;
import org.junit.jupiter.api.Test;

class WireGraphJsonTest {

    /** The graph that a Kura 5.6 had in its snapshot. */
    private static final String RECORDED =
            "{\"components\":[{\"pid\":\"tmr\",\"inputPortCount\":0,\"outputPortCount\":1,"
                    + "\"renderingProperties\":{\"position\":{\"x\":-300,\"y\":-20},\"inputPortNames\":{},\"outputPortNames\":{}}},"
                    + "{\"pid\":\"lgr\",\"inputPortCount\":1,\"outputPortCount\":0,\"renderingProperties\":{\"position\":"
                    + "{\"x\":-80,\"y\":-20},\"inputPortNames\":{\"0\":\"log\"},\"outputPortNames\":{}}}],"
                    + "\"wires\":[{\"emitter\":\"tmr\",\"emitterPort\":0,\"receiver\":\"lgr\",\"receiverPort\":0}]}";

    @Test
    void aGraphOfARealGatewayIsUnderstood() {
        WireGraphConfiguration graph = WireGraphJson.parse(RECORDED);

        assertThat(graph.getWireConfigurations()).containsExactly(new MultiportWireConfiguration("tmr", "lgr", 0, 0));
        assertThat(graph.getWireComponentConfigurations())
                .extracting(component -> component.getConfiguration().getPid())
                .containsExactly("tmr", "lgr");
        assertThat(graph.getWireComponentConfigurations().get(1).getProperties())
                .containsEntry("inputPortCount", 1)
                .containsEntry("outputPortCount", 0)
                .containsEntry("position.x", -80f)
                .containsEntry("inputPortNames.0", "log");
    }

    @Test
    void aGraphIsWrittenAsItWasRead() {
        assertThat(JsonParser.parseString(WireGraphJson.text(WireGraphJson.parse(RECORDED))))
                .isEqualTo(JsonParser.parseString(RECORDED));
    }

    @Test
    void aGraphWithoutAnythingIsEmpty() {
        WireGraphConfiguration graph = WireGraphJson.parse("{}");

        assertThat(graph.getWireComponentConfigurations()).isEmpty();
        assertThat(graph.getWireConfigurations()).isEmpty();
    }

    @Test
    void aTornGraphIsRefused() {
        assertThatThrownBy(() -> WireGraphJson.parse(RECORDED.substring(0, 100)))
                .isInstanceOf(JsonParseException.class);
        assertThatThrownBy(() -> WireGraphJson.parse("{\"wires\":3}")).isInstanceOf(JsonParseException.class);
        assertThatThrownBy(() -> WireGraphJson.parse("")).isInstanceOf(JsonParseException.class);
    }
}
