/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The rules by which Kura's asset page takes a channel list. */
class ChannelImportTest {

    private final ChannelImport list = new ChannelImport(JsonParser.parseString(
                    """
                    [{"id":"+name","type":"STRING","isRequired":true,"defaultValue":"Channel-1"},
                     {"id":"+type","type":"STRING","isRequired":true,"defaultValue":"READ",
                      "option":[{"value":"READ"},{"value":"WRITE"}]},
                     {"id":"+unit","type":"STRING","isRequired":false,"defaultValue":""},
                     {"id":"node.id","type":"STRING","isRequired":true,"defaultValue":"ns=2;s=MyNode"},
                     {"id":"queue.size","type":"INTEGER","isRequired":true,"defaultValue":"10"}]""")
            .getAsJsonArray());

    @Test
    void fieldsWithoutAColumnTakeTheirDefaultsAndOptionalOnesAreLeftOut() throws Exception {
        assertThat(list.properties("name,node.id\r\nx,\"ns=2;s=a,\"\"b\"\"\"\r\n"))
                .containsEntry("x#+name", "x")
                .containsEntry("x#+type", "READ")
                .containsEntry("x#node.id", "ns=2;s=a,\"b\"")
                .containsEntry("x#queue.size", 10)
                .doesNotContainKey("x#+unit");
    }

    @Test
    void namesLoseWhatKuraReplaces() throws Exception {
        assertThat(ChannelImport.names(list.properties("+name,node.id\na b#c+d,i=1\n")))
                .containsExactly("a_b_c_d");
    }

    @Test
    void unknownColumnsOptionsTypesAndEmptyRequiredFieldsRefuseTheFile() {
        refused("name,color\nx,red\n", "color");
        refused("name,type\nx,EXECUTE\n", "EXECUTE");
        refused("name,queue.size\nx,many\n", "many");
        refused("name,node.id\nx,\n", "node.id");
        refused("name,node.id\nx\n", "1 instead of 2");
    }

    private void refused(String csv, String because) {
        assertThatThrownBy(() -> list.properties(csv))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(because);
    }
}
