/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

    @TempDir
    Path directory;

    private Path file(String text) throws Exception {
        return Files.writeString(directory.resolve("data.csv"), text);
    }

    @Test
    void semicolonsTimesSensorsAndLabelsAreTakenApart() throws Exception {
        Recording recording = Recording.read(file("datetime;Current;Volume Flow RateRMS;anomaly;changepoint\n"
                + "2020-03-09 10:14:33;1.25;32.0;0.0;0.0\n"
                + "2020-03-09 10:14:34;-1.5e-1;33;1.0;0.0\n"));
        assertThat(recording.columns()).containsExactly("Current", "Volume Flow RateRMS");
        assertThat(recording.labels()).containsExactly("anomaly", "changepoint");
        assertThat(recording.rows()).isEqualTo(2);
        assertThat(recording.row(1)).containsExactly(-0.15, 33);
        assertThat(recording.label(1, "anomaly")).isEqualTo(1);
        assertThat(recording.time(0)).contains(Instant.parse("2020-03-09T10:14:33Z"));
    }

    @Test
    void commasQuotesOffsetsAndTextColumnsAreUnderstood() throws Exception {
        Recording recording = Recording.read(
                file("timestamp,\"flow, main\",state,fault\n2024-01-02T03:04:05.5+01:00,\"7\",on,1\n"
                        + "2024-01-02T03:04:06.5+01:00,,off,0\n\n"),
                Set.of("fault"));
        assertThat(recording.columns()).containsExactly("flow, main");
        assertThat(recording.ignored()).containsExactly("state");
        assertThat(recording.value(0, 0)).isEqualTo(7);
        assertThat(recording.value(1, 0)).isNaN();
        assertThat(recording.time(0)).contains(Instant.parse("2024-01-02T02:04:05.5Z"));
        assertThat(recording.label(0, "fault")).isEqualTo(1);
    }

    @Test
    void decimalCommasBetweenSemicolonsAreNumbers() throws Exception {
        assertThat(Recording.read(file("Zeit;Druck\n9.3.2020 10:14:33;1,25\n")).row(0))
                .containsExactly(1.25);
    }

    @Test
    void aFileWithoutTimesHasNone() throws Exception {
        Recording recording = Recording.read(file("a,b\n1,2\n"));
        assertThat(recording.time(0)).isEmpty();
        assertThat(recording.labels()).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidWithFileAndLine() throws Exception {
        assertRefused("", "line 1: the first line must name the columns");
        assertRefused("a;b\n", "line 1: there is a header and no row under it");
        assertRefused("a;b\n1;2\n3\n", "line 3: has 1 cells where the header names 2 columns");
        assertRefused("a;b\n1;2\n\n3;x\n", "line 4: \"x\" in column b is not a number");
        assertRefused("t;b\n2020-01-01 00:00:00;1\nsoon;2\n", "line 3: \"soon\" in column t is not a time");
        assertRefused("a;a\n1;2\n", "line 1: two columns have the name a");
        assertRefused("a;;b\n1;2;3\n", "line 1: column 2 has no name");
        assertRefused("a\nx\n", "line 2: no column holds numbers");
    }

    private void assertRefused(String text, String sentence) throws Exception {
        Path file = file(text);
        assertThatThrownBy(() -> Recording.read(file))
                .isInstanceOf(RecordingException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(sentence);
    }

    @Test
    void aMissingFileABinaryOneAndAMissingLabelAreSaid() throws Exception {
        assertThatThrownBy(() -> Recording.read(directory.resolve("no.csv")))
                .hasMessageContaining("there is no such file");
        Path binary = Files.write(directory.resolve("x.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThatThrownBy(() -> Recording.read(binary)).hasMessageContaining("line 1: this is not text in UTF-8");
        Path plain = Files.write(directory.resolve("y.csv"), "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Recording.read(plain, Set.of("fault")))
                .hasMessageContaining("there is no label column fault among [a, b]");
    }
}
