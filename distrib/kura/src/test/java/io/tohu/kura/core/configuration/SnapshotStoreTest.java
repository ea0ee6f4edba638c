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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotStoreTest {

    @TempDir
    Path directory;

    private SnapshotStore store(int kept, long now) {
        Clock clock = Clock.fixed(Instant.ofEpochMilli(now), ZoneOffset.UTC);
        return new SnapshotStore(directory, kept, new ReadableCrypto(), clock);
    }

    @Test
    void onlyTheNewestAreKeptAndTheOneTheGatewayCameWith() throws Exception {
        for (long id : new long[] {0, 100, 200, 300}) {
            store(10, id).write(id, "<a/>");
        }

        store(3, 400).add("<b/>");

        assertThat(store(3, 400).ids()).containsExactly(0L, 300L, 400L);
    }

    @Test
    void aClockThatWentBackDoesNotMakeANewSnapshotOld() throws Exception {
        store(10, 5000).add("<a/>");

        assertThat(store(10, 17).add("<b/>")).isEqualTo(5001);
    }

    @Test
    void aSnapshotIsEncryptedOnDisk() throws Exception {
        long id = store(10, 5).add("<a/>");

        assertThat(Files.readString(directory.resolve("snapshot_5.xml"))).isEqualTo("secret:<a/>");
        assertThat(store(10, 5).read(id)).isEqualTo("<a/>");
    }

    @Test
    void otherFilesInTheDirectoryAreNoSnapshots() throws Exception {
        Files.writeString(directory.resolve("snapshot_1.xml.part"), "torn");
        Files.writeString(directory.resolve("snapshot_old.xml"), "mine");

        assertThat(store(10, 5).ids()).isEmpty();
    }
}
