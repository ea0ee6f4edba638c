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

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.core.configuration.metatype.Tocd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {

    @TempDir
    Path directory;

    private final ReadableCrypto crypto = new ReadableCrypto();

    private Snapshots store(int kept, long now) {
        return new Snapshots(directory, kept, crypto, Clock.fixed(Instant.ofEpochMilli(now), ZoneOffset.UTC));
    }

    @Test
    void onlyTheNewestAreKeptAndTheOneTheGatewayCameWith() throws Exception {
        for (long id : new long[] {0, 100, 200, 300}) {
            Files.writeString(directory.resolve("snapshot_" + id + ".xml"), "any");
        }

        store(3, 400).save(List.of());

        assertThat(store(3, 400).ids()).containsExactly(0L, 300L, 400L);
    }

    @Test
    void aClockThatWentBackDoesNotMakeANewSnapshotOld() throws Exception {
        store(10, 5000).save(List.of());

        assertThat(store(10, 17).save(List.of())).isEqualTo(5001);
    }

    @Test
    void aSnapshotIsEncryptedOnDiskAndHasNoForms() throws Exception {
        long id = store(10, 5).save(List.of(StoredConfiguration.of("one", new Tocd(), Map.of("limit", 3))));

        assertThat(Files.readString(directory.resolve("snapshot_5.xml")))
                .startsWith("secret:")
                .doesNotContain("OCD");
        assertThat(store(10, 5).get(id)).singleElement().satisfies(one -> assertThat(one.getConfigurationProperties())
                .containsEntry("limit", 3));
    }

    @Test
    void otherFilesInTheDirectoryAreNoSnapshots() throws Exception {
        Files.writeString(directory.resolve("snapshot_1.xml.part"), "torn");
        Files.writeString(directory.resolve("snapshot_old.xml"), "mine");

        assertThat(store(10, 5).ids()).isEmpty();
    }
}
