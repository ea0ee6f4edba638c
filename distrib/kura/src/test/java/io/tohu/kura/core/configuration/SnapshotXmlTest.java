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

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.configuration.Password;
import org.junit.jupiter.api.Test;

class SnapshotXmlTest {

    private final SnapshotXml xml = new SnapshotXml(new ReadableCrypto());

    private static String snapshot(String properties) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<esf:configurations xmlns:esf=\"http://eurotech.com/esf/2.0\">"
                + "<esf:configuration pid=\"one\"><esf:properties>" + properties
                + "</esf:properties></esf:configuration></esf:configurations>";
    }

    private static String property(String name, String type, String encrypted, String value) {
        return "<esf:property array=\"false\" encrypted=\"" + encrypted + "\" name=\"" + name + "\" type=\"" + type
                + "\"><esf:value>" + value + "</esf:value></esf:property>";
    }

    private Map<String, Object> read(String properties) throws IOException {
        return xml.read(snapshot(properties)).get(0).getConfigurationProperties();
    }

    @Test
    void everyTypeThatKuraKnowsSurvivesBeingWrittenAndRead() throws IOException {
        Map<String, Object> values = Map.of(
                "string",
                "a <b> & \"c\"\nd",
                "long",
                1L << 40,
                "double",
                0.1,
                "float",
                2.5f,
                "integer",
                -7,
                "byte",
                (byte) 8,
                "char",
                'x',
                "boolean",
                true,
                "short",
                (short) 9,
                "strings",
                new String[] {"a", "", "b,c"});
        String written = xml.write(List.of(StoredConfiguration.of("one", null, values)));

        Map<String, Object> back = xml.read(written).get(0).getConfigurationProperties();

        assertThat(back).usingRecursiveComparison().isEqualTo(values);
    }

    @Test
    void arraysOfEachNumberKeepTheirType() throws IOException {
        String written = xml.write(List.of(StoredConfiguration.of(
                "one", null, Map.of("longs", new Long[] {1L, 2L}, "doubles", new Double[] {0.5, 1.5}))));

        Map<String, Object> back = xml.read(written).get(0).getConfigurationProperties();

        assertThat((Long[]) back.get("longs")).containsExactly(1L, 2L);
        assertThat((Double[]) back.get("doubles")).containsExactly(0.5, 1.5);
    }

    @Test
    void anEncryptedPasswordIsWrittenAsBase64OfTheEncryptedText() {
        String written =
                xml.write(List.of(StoredConfiguration.of("one", null, Map.of("pw", new Password("secret:hush")))));

        assertThat(written)
                .contains("encrypted=\"true\"")
                .contains(new ReadableCrypto().encodeBase64("secret:hush"))
                .doesNotContain("hush<");
    }

    @Test
    void aPasswordWrittenByHandMayBePlainOrBase64OrEncrypted() throws IOException {
        String base64 = new ReadableCrypto().encodeBase64("hush");

        Map<String, Object> read = read(property("plain", "Password", "false", "hush")
                + property("base64", "Password", "true", base64)
                + property("encrypted", "Password", "true", "secret:hush"));

        assertThat(read.values()).allSatisfy(each -> assertThat(each).hasToString("hush"));
    }

    @Test
    void aTornSnapshotIsToldWithLineAndColumn() {
        String whole = snapshot(property("a", "Long", "false", "3"));

        assertThatIOException()
                .isThrownBy(() -> xml.read(whole.substring(0, whole.length() - 30)))
                .withMessageContaining("line 1, column");
    }

    @Test
    void otherXmlIsNoSnapshot() {
        assertThatIOException()
                .isThrownBy(() -> xml.read("<configurations/>"))
                .withMessageContaining("not a Kura snapshot");
    }

    @Test
    void aSnapshotCannotMakeTheGatewayFetchAnything() {
        assertThatIOException()
                .isThrownBy(() -> xml.read("<!DOCTYPE a SYSTEM \"file:///etc/passwd\">" + snapshot("")))
                .withMessageContaining("DOCTYPE");
    }

    @Test
    void oneValueThatIsNotOfItsTypeMakesTheWholeSnapshotUnreadableAsOnKura() {
        assertThatIOException()
                .isThrownBy(() -> xml.read(
                        snapshot(property("a", "Long", "false", "3") + property("limit", "Integer", "false", "x7"))))
                .withMessageContaining("'one'")
                .withMessageContaining("property 'limit' must be Integer but is 'x7'");
        assertThatIOException()
                .isThrownBy(() -> xml.read(
                        snapshot("<esf:property array=\"false\" encrypted=\"false\" name=\"a\" type=\"Long\"/>")));
    }

    @Test
    void aPropertyOfATypeThatKuraDoesNotKnowIsDroppedWithoutAWord() throws IOException {
        assertThat(read(property("limit", "Int", "false", "7") + property("a", "Long", "false", "3")))
                .containsOnlyKeys("a");
    }
}
