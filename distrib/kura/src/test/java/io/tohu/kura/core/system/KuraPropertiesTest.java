/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KuraPropertiesTest {

    @TempDir
    Path directory;

    @Test
    void theSystemPropertyWinsOverTheFile() throws Exception {
        Path own = Files.writeString(directory.resolve("own"), "kura.device.name=a\nkura.model.id=a\n");
        Properties system = new Properties();
        system.setProperty("kura.configuration", own.toUri().toString());
        system.setProperty("kura.device.name", "c");

        Properties properties = KuraProperties.load(system);

        assertThat(properties).containsEntry("kura.device.name", "c").containsEntry("kura.model.id", "a");
    }

    @Test
    void aFileThatCannotBeReadLeavesTheSystemProperties() {
        Properties system = new Properties();
        system.setProperty("kura.configuration", "no url at all");
        system.setProperty("kura.device.name", "c");

        assertThat(KuraProperties.load(system)).containsEntry("kura.device.name", "c");
    }
}
