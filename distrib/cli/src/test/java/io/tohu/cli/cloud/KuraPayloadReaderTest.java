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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KuraPayloadReaderTest {

    /** Field 1 (timestamp 5), then metrics a = 1.5 (double), b = "x" (string), c = true (bool), encoded by hand. */
    private static final byte[] PLAIN = HexFormat.of()
            .parseHex("0805" + "c2b802" + "0e" + "0a0161" + "1000" + "19000000000000f83f" + "c2b802" + "08" + "0a0162"
                    + "1005" + "420178" + "c2b802" + "07" + "0a0163" + "1004" + "3801");

    @Test
    void metricsAreReadFromTheWireFormat() throws Exception {
        assertThat(KuraPayloadReader.read(PLAIN).metrics())
                .containsEntry("a", 1.5)
                .containsEntry("b", "x")
                .containsEntry("c", true)
                .hasSize(3);
    }

    @Test
    void aCompressedPayloadReadsTheSame() throws Exception {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (java.util.zip.GZIPOutputStream gzip = new java.util.zip.GZIPOutputStream(bytes)) {
            gzip.write(PLAIN);
        }
        assertThat(KuraPayloadReader.read(bytes.toByteArray()).metrics()).hasSize(3);
    }
}
