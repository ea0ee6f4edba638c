/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlantMainTest {

    private Process process;

    private BufferedReader start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                PlantMain.class.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return process.inputReader(StandardCharsets.UTF_8);
    }

    @AfterEach
    void kill() {
        process.destroyForcibly();
    }

    @Test
    void itSaysItsPortsAndStopsWithinTwoSeconds() throws Exception {
        String line = start().readLine();
        assertThat(line).matches("plant ready opcua=\\d+ modbus=\\d+ control=\\d+");
        Control control = new Control(Integer.parseInt(line.substring(line.lastIndexOf('=') + 1)));
        assertThat(control.status().get("mode").getAsString()).isEqualTo("pump");
        process.destroy();
        assertThat(process.waitFor(2, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aBusyPortIsOneSentenceAndExitCodeTwo() throws Exception {
        for (String option : List.of("--opcua-port", "--modbus-port", "--control-port")) {
            try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                String port = Integer.toString(other.getLocalPort());
                List<String> lines = start(option, port).lines().toList();
                assertThat(lines).singleElement().asString().contains("port " + port, "choose another with " + option);
                assertThat(process.waitFor()).isEqualTo(2);
            }
        }
    }

    @Test
    void anOptionOutOfRangeIsOneSentenceAndExitCodeTwo() throws Exception {
        List<String> lines = start("--modbus-port", "70000").lines().toList();
        assertThat(lines).containsExactly("plant: a port is 0 to 65535, not 70000");
        assertThat(process.waitFor()).isEqualTo(2);
        lines = start("--bind", "no.such.host.invalid").lines().toList();
        assertThat(lines).containsExactly("plant: --bind no.such.host.invalid is no address of this machine");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void aBadRecordingIsOneSentenceAndExitCodeTwo() throws Exception {
        List<String> lines = start("--replay", "nowhere.csv").lines().toList();
        assertThat(lines).singleElement().asString().contains("nowhere.csv: there is no such file");
        assertThat(process.waitFor()).isEqualTo(2);
    }
}
