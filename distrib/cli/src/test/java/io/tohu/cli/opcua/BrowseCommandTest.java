/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.opcua;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.plant.Plant;
import io.tohu.plant.PlantOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Against the plant's server, as a person calls it. */
class BrowseCommandTest {

    private static Plant plant;

    @TempDir
    private Path folder;

    private record Run(int code, String out, String err) {}

    @BeforeAll
    static void start() throws Exception {
        plant = new Plant(PlantOptions.pump(1));
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    @Test
    void theTreeHasIdsTypesAndAccessAndLeavesTheServersOwnNodesOut() {
        Run run = browse();

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .contains(
                        "Pump  ns=2;s=Pump",
                        "  speed  ns=2;s=Pump/speed  Double  read",
                        "  vibrationWaveform  ns=2;s=Pump/vibrationWaveform  Float[]  read",
                        "  alarm  ns=2;s=Pump/alarm  Boolean  read, write")
                .noneMatch(line -> line.startsWith("Server"));
        assertThat(run.err()).contains("13 nodes, 12 variables, 12 of them can be a channel");
    }

    @Test
    void theChannelListNamesNamespacesByUriWhenAsked() throws Exception {
        Path csv = folder.resolve("pump.csv");

        assertThat(browse("--csv=" + csv, "--uris", "--listen").code()).isZero();

        assertThat(Files.readString(csv))
                .contains("speed,READ,DOUBLE,true,true,nsu=urn:tohu:plant;s=Pump/speed\r\n")
                .contains("speedSetpoint,READ_WRITE,DOUBLE,true,true,");
    }

    @Test
    void aSecuredServerIsRefusedByItsFingerprintAndBrowsedOnceThatIsTrusted() throws Exception {
        Run refused = browse("--security=Basic256Sha256");
        String fingerprint = ServerCertificate.fingerprint(url());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("not trusted", "--trust " + fingerprint);
        Path keys = folder.resolve("browse.p12");
        for (int i = 0; i < 2; i++) {
            Run trusted = browse(
                    "--security=Basic256Sha256",
                    "--trust=" + fingerprint,
                    "--keys=" + keys,
                    "--user=operator",
                    "--password=pump");
            assertThat(trusted.code()).as(trusted.err()).isZero();
        }
        assertThat(keys).exists();
    }

    @Test
    void wrongPasswordMissingNodeAndMissingServerAreNamed() {
        assertThat(browse("--user=operator", "--password=wrong").err()).contains("Bad_UserAccessDenied");
        assertThat(browse("--start=ns=2;s=Nope").err()).contains("ns=2;s=Nope cannot be browsed");
        assertThat(browse("--start=nope").err()).contains("is no node id");
        assertThat(run(List.of("opcua", "browse", "opc.tcp://127.0.0.1:1")).err())
                .contains("opc.tcp://127.0.0.1:1: ");
    }

    @Test
    void aTreeThatGoesOnBelowTheDepthSaysSo() {
        Run run = browse("--depth=1");

        assertThat(run.out().lines()).containsExactly("Pump  ns=2;s=Pump");
        assertThat(run.err()).contains("there is more");
    }

    private static String url() {
        return "opc.tcp://127.0.0.1:" + plant.opcuaPort() + "/plant";
    }

    private static Run browse(String... options) {
        List<String> command = new ArrayList<>(List.of("opcua", "browse", url()));
        command.addAll(List.of(options));
        return run(command);
    }

    private static Run run(List<String> command) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        ByteArrayOutputStream warned = new ByteArrayOutputStream();
        System.setOut(new PrintStream(told, true));
        System.setErr(new PrintStream(warned, true));
        try {
            int code = new CommandLine(new OpcUaCommand())
                    .execute(command.subList(1, command.size()).toArray(String[]::new));
            return new Run(code, told.toString(), warned.toString());
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
