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
    void theSystemPropertyWinsOverTheCustomFileAndThatOverKurasOwn() throws Exception {
        Path own =
                Files.writeString(directory.resolve("own"), "kura.device.name=a\nkura.model.id=a\nkura.platform=a\n");
        Path custom = Files.writeString(directory.resolve("custom"), "kura.device.name=b\nkura.model.id=b\n");
        Properties system = new Properties();
        system.setProperty("kura.configuration", own.toUri().toString());
        system.setProperty("kura.custom.configuration", custom.toUri().toString());
        system.setProperty("kura.device.name", "c");

        Properties properties = KuraProperties.load(system);

        assertThat(properties)
                .containsEntry("kura.device.name", "c")
                .containsEntry("kura.model.id", "b")
                .containsEntry("kura.platform", "a");
    }

    @Test
    void withoutNamedFilesTheOnesInTheDirectoriesCount() throws Exception {
        Files.writeString(directory.resolve("kura.properties"), "kura.serialNumber=17\n");
        Properties system = new Properties();
        system.setProperty("kura.framework.config", directory.toString());

        assertThat(KuraProperties.load(system)).containsEntry("kura.serialNumber", "17");
    }

    @Test
    void aFileThatCannotBeReadLeavesTheDefaults() {
        Properties system = new Properties();
        system.setProperty("kura.configuration", "no url at all");

        assertThat(KuraProperties.load(system)).containsEntry("kura.device.name", "tohu-desk");
    }
}
