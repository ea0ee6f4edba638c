/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tohu.opcua.internal.channel.Monitoring.DeadbandKind;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.kura.type.DataType;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelSpecTest {

    private final NamespaceTable namespaces = new NamespaceTable("http://opcfoundation.org/UA/", "urn:a", "urn:b");

    @ParameterizedTest
    @ValueSource(strings = {"ns=2;s=Pump/speed", "nsu=urn:b;s=Pump/speed", "  ns=2;s=Pump/speed "})
    void aNodeIsFoundByIndexAndByUri(String text) throws Exception {
        assertThat(NodeAddress.parse(text).resolve(namespaces)).isEqualTo(new NodeId(2, "Pump/speed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"i=2258", "ns=0;i=2258", "ns=1;g=72962b91-fa75-4ae6-8d28-b404dc7daf63", "ns=1;b=AQI="})
    void everyKindOfIdentifierIsRead(String text) throws Exception {
        assertThat(NodeAddress.parse(text).resolve(namespaces)).isEqualTo(NodeId.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Pump/speed", "ns=x;s=a", "ns=2", "ns=2;q=a", "i=minus", "ns=-1;i=5", "ns=70000;i=5"})
    void whatIsNoNodeIdIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> NodeAddress.parse(text))
                .isInstanceOf(ChannelException.class)
                .hasMessageContaining("write it like ns=2;s=Pump/speed");
    }

    @Test
    void aNodeOfAnotherServerIsRefused() {
        assertThatThrownBy(() -> NodeAddress.parse("svr=1;ns=2;s=a")).hasMessageContaining("another server");
    }

    @Test
    void aNamespaceThatTheServerDoesNotHaveIsNamed() throws Exception {
        NodeAddress address = NodeAddress.parse("nsu=urn:missing;s=a");
        assertThatThrownBy(() -> address.resolve(namespaces)).hasMessageContaining("urn:missing");
    }

    @Test
    void whatIsNotSetHasAMeaning() throws Exception {
        ChannelSpec spec = ChannelSpec.of(config());
        assertThat(spec.type()).isEqualTo(DataType.DOUBLE);
        assertThat(spec.indexRange()).isNull();
        assertThat(spec.monitoring()).isEqualTo(new Monitoring(0, -1, 10, true, DeadbandKind.NONE, 0));
    }

    @Test
    void numbersAreReadAsKuraTypesThemAndAsTextFromACsv() throws Exception {
        Map<String, Object> typed = config();
        typed.putAll(Map.of("sampling.interval", 50.0, "queue.size", 3, "deadband", 0.5, "deadband.type", "ABSOLUTE"));
        Map<String, Object> text = config();
        text.putAll(
                Map.of("sampling.interval", "50", "queue.size", "3", "deadband", ".5", "deadband.type", "absolute"));
        assertThat(ChannelSpec.of(typed).monitoring())
                .isEqualTo(ChannelSpec.of(text).monitoring())
                .isEqualTo(new Monitoring(0, 50, 3, true, DeadbandKind.ABSOLUTE, 0.5));
    }

    @ParameterizedTest
    @CsvSource({
        "node.id, '', node.id is missing",
        "+value.type, COLOUR, value type 'COLOUR'",
        "queue.size, 0, queue.size must be 1 or more",
        "queue.size, many, queue.size 'many' is not a number",
        "sampling.interval, NaN, sampling.interval 'NaN' is not a number",
        "deadband, -1, deadband must not be negative",
        "deadband.type, SOME, 'SOME' is none of"
    })
    void aWrongSettingIsNamed(String key, String value, String reason) {
        Map<String, Object> config = config();
        config.put(key, value);
        assertThatThrownBy(() -> ChannelSpec.of(config))
                .isInstanceOf(ChannelException.class)
                .hasMessageContaining(reason);
    }

    private static Map<String, Object> config() {
        return new HashMap<>(Map.of("+name", "speed", "+value.type", "DOUBLE", "node.id", "ns=2;s=Pump/speed"));
    }
}
