/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.opcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelListTest {

    @Test
    void theHeaderHasFieldIdsAndEachLineOneChannel() {
        assertThat(csv(node("Double", false, List.of("Pump", "speed"))))
                .isEqualTo("name,type,value.type,enabled,listen,node.id\r\n"
                        + "speed,READ,DOUBLE,true,false,ns=2;s=Pump/speed\r\n");
    }

    @Test
    void aNameThatTwoNodesHaveIsTheirPathAndNoNameComesTwice() {
        assertThat(csv(
                        node("Double", false, List.of("A", "x")),
                        node("Double", false, List.of("B", "x")),
                        node("Double", false, List.of("B", "x"))))
                .contains("A.x,", "B.x,", "B.x_2,");
    }

    @Test
    void whatKuraDoesNotTakeInANameIsReplaced() {
        assertThat(csv(node("Double", false, List.of("a b#c+d/e,f")))).contains("\r\na_b_c_d_e_f,");
    }

    @Test
    void aNodeIdWithCommasAndQuotesIsQuoted() {
        BrowsedNode node =
                new BrowsedNode(List.of("x"), "ns=2;s=a,\"b\"", true, "Double", "Double", false, true, false);

        assertThat(csv(node)).endsWith("\"ns=2;s=a,\"\"b\"\"\"\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "Boolean,false,BOOLEAN",
        "Byte,false,INTEGER",
        "UInt32,false,LONG",
        "Float,false,FLOAT",
        "DateTime,false,LONG",
        "String,false,STRING",
        "ByteString,false,BYTE_ARRAY",
        "Float,true,BYTE_ARRAY"
    })
    void everyTypeHasTheKuraTypeThatHoldsItsRange(String builtIn, boolean array, String kura) {
        assertThat(csv(node(builtIn, array, List.of("x")))).contains("x,READ," + kura + ",");
    }

    @Test
    void whatKuraHasNoTypeForOrNobodyMayReadOrWriteIsLeftOut() {
        assertThat(ChannelList.fits(node("String", true, List.of("x")))).isFalse();
        assertThat(ChannelList.fits(node("ExtensionObject", false, List.of("x"))))
                .isFalse();
        assertThat(ChannelList.fits(
                        new BrowsedNode(List.of("x"), "i=1", true, "Double", "Double", false, false, false)))
                .isFalse();
        assertThat(ChannelList.fits(new BrowsedNode(List.of("x"), "i=1", false, "", "", false, false, false)))
                .isFalse();
    }

    @Test
    void aChannelThatCanOnlyBeWrittenDoesNotListen() {
        BrowsedNode node = new BrowsedNode(List.of("x"), "i=1", true, "Double", "Double", false, false, true);

        assertThat(new ChannelList(List.of(node), true).csv()).contains("x,WRITE,DOUBLE,true,false,");
    }

    private static String csv(BrowsedNode... nodes) {
        return new ChannelList(List.of(nodes), false).csv();
    }

    private static BrowsedNode node(String builtIn, boolean array, List<String> path) {
        return new BrowsedNode(path, "ns=2;s=" + String.join("/", path), true, builtIn, builtIn, array, true, false);
    }
}
