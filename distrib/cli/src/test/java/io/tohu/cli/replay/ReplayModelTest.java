/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.replay;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tohu.learning.LearningException;
import io.tohu.plant.recording.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayModelTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3, 4})
    void rowsThatLeaveNothingToLearnOrToDetectAreRefusedByName(int rows, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("three.csv"), "a,b\n1,2\n2,3\n3,4\n");
        Recording recording = Recording.read(file);
        assertThatThrownBy(() -> ReplayModel.learn(recording, List.of("a", "b"), rows, folder))
                .isInstanceOf(LearningException.class)
                .hasMessageContaining("has 3 rows")
                .hasMessageContaining("--learn-rows " + rows);
    }
}
