/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.kura.configuration.metatype.AD;
import org.eclipse.kura.configuration.metatype.Scalar;
import org.junit.jupiter.api.Test;

class MetatypeFileTest {

    static Optional<MetatypeFile> read(String pid, String designate, String... attributes) throws IOException {
        return readForm("x.Part", pid, designate, attributes);
    }

    private static Optional<MetatypeFile> readForm(String form, String pid, String designate, String... attributes)
            throws IOException {
        String xml = "<metatype:MetaData xmlns:metatype='http://www.osgi.org/xmlns/metatype/v1.4.0'>"
                + "<OCD id='" + form + "' name='Part' description='A part'>" + String.join("", attributes) + "</OCD>"
                + "<Designate " + designate + "='x.Part'><Object ocdref='" + form + "'/></Designate>"
                + "</metatype:MetaData>";
        return MetatypeFile.read(pid, new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFactorysDefinitionIsReadAsTheBuildWritesIt() throws IOException {
        MetatypeFile file = read(
                        "x.Part",
                        "factoryPid",
                        "<AD id='limit' name='Limit' type='Double' default='0.5' min='0' max='1' description='Of it'/>",
                        "<AD id='mode' type='String' required='false'><Option label='Fast' value='f'/></AD>")
                .orElseThrow();

        assertThat(file.factory()).isTrue();
        AD limit = file.definition().getAD().get(0);
        assertThat(limit.getType()).isEqualTo(Scalar.DOUBLE);
        assertThat(limit.isRequired()).isTrue();
        assertThat(limit.getMax()).isEqualTo("1");
        AD mode = file.definition().getAD().get(1);
        assertThat(mode.isRequired()).isFalse();
        assertThat(mode.getOption()).singleElement().satisfies(each -> assertThat(each.getLabel())
                .isEqualTo("Fast"));
    }

    @Test
    void aFileWhoseDefinitionHasAnotherIdIsNotFoundAsOnKura() throws IOException {
        assertThat(read("x.Other", "factoryPid")).isEmpty();
        assertThat(readForm("x.Form", "x.Part", "factoryPid")).isEmpty();
    }

    @Test
    void aSingletonIsNoFactory() throws IOException {
        assertThat(read("x.Part", "pid").orElseThrow().factory()).isFalse();
    }

    @Test
    void aTypeThatKuraDoesNotKnowIsToldWithTheAttribute() {
        assertThatIOException()
                .isThrownBy(() -> read("x.Part", "pid", "<AD id='unit' type='Character'/>"))
                .withMessageContaining("unit")
                .withMessageContaining("'Character'");
    }
}
