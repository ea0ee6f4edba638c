/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.plant.recording.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayPaceTest {

    @TempDir
    Path directory;

    private Recording recording;

    @BeforeEach
    void read() throws Exception {
        Path file = Files.writeString(
                directory.resolve("r.csv"),
                String.join(
                        "\n",
                        "time,value",
                        "2020-01-01 00:00:00,1",
                        "2020-01-01 00:00:01,2",
                        "2020-01-01 00:00:03,3",
                        "2020-01-02 00:00:00,4",
                        "2020-01-01 23:00:00,5",
                        "2020-01-01 23:00:02,6"));
        recording = Recording.read(file);
    }

    @Test
    void rowsLastAsRecordedDividedByTheSpeed() {
        ReplayPace pace = ReplayPace.recorded(recording, 10);
        assertThat(pace.nanosAfter(0)).isEqualTo(Duration.ofMillis(100).toNanos());
        assertThat(pace.nanosAfter(1)).isEqualTo(Duration.ofMillis(200).toNanos());
    }

    @Test
    void aNightsGapAndAClockSetBackLastAsLongAsAUsualRow() {
        ReplayPace pace = ReplayPace.recorded(recording, 1);
        assertThat(pace.nanosAfter(2)).isEqualTo(Duration.ofSeconds(2).toNanos());
        assertThat(pace.nanosAfter(3)).isEqualTo(Duration.ofSeconds(2).toNanos());
    }

    @Test
    void aFixedIntervalOverridesTheRecordedTimes() {
        ReplayPace pace = ReplayPace.fixed(recording, Duration.ofMillis(50), 2);
        assertThat(pace.nanosAfter(2)).isEqualTo(Duration.ofMillis(25).toNanos());
    }
}
