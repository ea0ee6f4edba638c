/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptancesTest {

    private static final String SIGNER = "f".repeat(64);

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("tohu/trust/accepted");
    }

    private static String digest(int i) {
        return String.format("%064x", i);
    }

    @Test
    void theFirstAcceptanceOutlastsARestart() {
        Acceptances before = Acceptances.in(file());
        before.add(digest(1), SIGNER, TestPki.NOW);
        before.add(digest(1), SIGNER, TestPki.day(5));

        Acceptances after = Acceptances.in(file());

        assertThat(after.first(digest(1), SIGNER)).isEqualTo(TestPki.NOW);
        assertThat(after.first(digest(2), SIGNER)).isNull();
        assertThat(after.floor()).isEqualTo(TestPki.NOW);
    }

    @Test
    void aLineThatAPowerCutToreCostsOnlyItself() throws IOException {
        Acceptances.in(file()).add(digest(1), SIGNER, TestPki.NOW);
        Files.writeString(file(), digest(2) + " " + SIGNER.substring(9), StandardOpenOption.APPEND);
        Acceptances.in(file()).add(digest(3), SIGNER, TestPki.NOW);

        Acceptances after = Acceptances.in(file());

        assertThat(after.first(digest(1), SIGNER)).isNotNull();
        assertThat(after.first(digest(3), SIGNER)).isNotNull();
    }

    @Test
    void theRecordStaysBoundedAndForgetsWhatWasNotUsedLongest() throws IOException {
        Acceptances acceptances = Acceptances.in(file());
        for (int i = 0; i < 1_000; i++) {
            acceptances.add(digest(i), SIGNER, TestPki.NOW);
        }
        acceptances.add(digest(0), SIGNER, TestPki.NOW);
        acceptances.add(digest(1_000), SIGNER, TestPki.NOW);

        Acceptances after = Acceptances.in(file());

        assertThat(Files.readAllLines(file()).size()).isEqualTo(500);
        assertThat(after.first(digest(0), SIGNER)).as("used again lately").isNotNull();
        assertThat(after.first(digest(1), SIGNER)).isNull();
    }

    @Test
    void aRecordThatCannotBeWrittenIsNoReasonToRefuse() throws IOException {
        Files.writeString(folder.resolve("tohu"), "a file where a folder should be");
        Acceptances acceptances = Acceptances.in(file());

        acceptances.add(digest(1), SIGNER, TestPki.NOW);

        assertThat(acceptances.first(digest(1), SIGNER)).isEqualTo(TestPki.NOW);
    }
}
