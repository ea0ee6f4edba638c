/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayOptionsTest {

    @TempDir
    Path home;

    @BeforeEach
    void makePlatform() throws Exception {
        Files.createDirectory(home.resolve("platform"));
    }

    private void refused(String message, String... args) {
        assertThatExceptionOfType(GatewayOptionsException.class)
                .isThrownBy(() -> GatewayOptions.parse(args))
                .withMessageContaining(message);
    }

    @Test
    void everyOptionIsTaken() throws Exception {
        Path snapshot = Files.createFile(home.resolve("s.xml"));

        GatewayOptions options = GatewayOptions.parse(
                "--home",
                home.toString(),
                "--data",
                "d",
                "--snapshot",
                snapshot.toString(),
                "--packages",
                home.toString());

        assertThat(options.data()).isAbsolute().hasFileName("d");
        assertThat(options.snapshot()).contains(snapshot);
        assertThat(options.packages()).contains(home);
    }

    @Test
    void whatIsWrongIsNamed() {
        refused("--snapshot: there is no file", "--home", home.toString(), "--snapshot", "/no/such.xml");
        refused("--packages: there is no directory", "--home", home.toString(), "--packages", "/no/such");
        refused("--home: there is no directory", "--home", "/no/such");
        refused("unknown option --port", "--port", "1");
        refused("--data needs a value", "--data");
    }
}
