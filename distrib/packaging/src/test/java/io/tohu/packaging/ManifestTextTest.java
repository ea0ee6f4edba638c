/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;

class ManifestTextTest {

    @Test
    void aLongHeaderIsFoldedSoThatEveryReaderPutsItTogetherAgain() throws IOException {
        String value = "x".repeat(69) + "日本語".repeat(40);
        byte[] text = new ManifestText().header("Bundle-Name", value).bytes();

        assertThat(new Manifest(new ByteArrayInputStream(text))
                        .getMainAttributes()
                        .getValue("Bundle-Name"))
                .isEqualTo(value);
        assertThat(new String(text, StandardCharsets.UTF_8).split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 72);
    }

    @Test
    void aHeaderCannotSmuggleInAnother() {
        assertThatExceptionOfType(PackagingException.class)
                .isThrownBy(() -> new ManifestText().header("Bundle-Name", "a\nBundle-Activator: b"));
    }
}
