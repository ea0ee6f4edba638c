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

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.kura.configuration.metatype.OCD;
import org.junit.jupiter.api.Test;

class DefaultsTest {

    private final Defaults defaults = new Defaults(new Passwords(new ReadableCrypto()));

    private static OCD definition(String... attributes) throws IOException {
        return MetatypeFileTest.read("x.Part", "factoryPid", attributes)
                .orElseThrow()
                .definition();
    }

    @Test
    void defaultsHaveTheTypesOfTheForm() throws IOException {
        Map<String, Object> values = defaults.of(definition(
                "<AD id='a' type='Double' default='0.5'/>",
                "<AD id='b' type='Boolean' default='true'/>",
                "<AD id='c' type='Long' default='9'/>",
                "<AD id='d' type='String'/>"));

        assertThat(values).containsOnly(Map.entry("a", 0.5), Map.entry("b", true), Map.entry("c", 9L));
    }

    @Test
    void aDefaultPasswordIsEncryptedBeforeAnyoneGetsIt() throws IOException {
        assertThat(defaults.of(definition("<AD id='pw' type='Password' default='changeme'/>"))
                        .get("pw"))
                .hasToString("secret:changeme");
    }

    @Test
    void aSingleDefaultEndsAtItsFirstCommaUnlessThatIsEscaped() throws IOException {
        Map<String, Object> values = defaults.of(definition(
                "<AD id='cut' type='String' default='a,b'/>", "<AD id='whole' type='String' default='a\\,b'/>"));

        assertThat(values).containsEntry("cut", "a").containsEntry("whole", "a,b");
    }

    @Test
    void severalDefaultsAreTrimmedAndMayHoldEscapedCommas() throws IOException {
        Object values = defaults.of(
                        definition("<AD id='many' type='String' cardinality='9' default=' a b , c\\,d ,e\\ '/>"))
                .get("many");

        assertThat((String[]) values).containsExactly("a b", "c,d", "e ");
    }

    @Test
    void whatIsConfiguredWinsOverTheDefault() throws IOException {
        Map<String, Object> properties = new HashMap<>(Map.of("a", 7));

        boolean added = defaults.merge(
                definition("<AD id='a' type='Integer' default='1'/>", "<AD id='b' type='Integer' default='2'/>"),
                properties);

        assertThat(added).isTrue();
        assertThat(properties).containsOnly(Map.entry("a", 7), Map.entry("b", 2));
    }

    @Test
    void aDefaultThatIsNoneOfItsTypeIsLeftOutAndTheOthersStay() throws IOException {
        assertThat(defaults.of(definition(
                        "<AD id='a' type='Integer' default='one'/>", "<AD id='b' type='Integer' default='2'/>")))
                .containsOnlyKeys("b");
    }
}
