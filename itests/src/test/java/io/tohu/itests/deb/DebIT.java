/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.deb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tohu.bench.peer.FreePorts;
import io.tohu.cli.accept.Inventory;
import io.tohu.cli.cloud.CloudView;
import io.tohu.cli.cloud.KuraAddress;
import io.tohu.cli.cloud.KuraRemote;
import io.tohu.cli.demo.DemoSnapshot;
import io.tohu.cli.process.JavaProcess;
import io.tohu.cli.process.Layout;
import io.tohu.cli.process.Rig;
import io.tohu.packaging.BundleFile;
import io.tohu.packaging.DeploymentPackageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Debian packages for Kura 6, as apt takes them and as a gateway starts from them. */
class DebIT {

    private static final Layout LAYOUT = Layout.ofThisCheckout();
    private static final Path PLUGINS = Path.of("opt/eclipse/kura/plugins/6s");
    private static final String KURA_6 = "kura-core (>= 6.0.0~), kura-core (<< 7.0.0~)";
    private static final String ARM_JAVA = "TOHU_AARCH64_JAVA";
    private static final String CLIENT = "demo-gateway";
    private static final long DEADLINE_MILLIS = 180_000;

    @TempDir
    private Path folder;

    @BeforeAll
    static void dpkgDebIsThere() throws InterruptedException {
        assumeTrue(DebFile.readable(), "no dpkg-deb on this machine: the Debian packages are not checked");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "onnxruntime-linux-x64     | tohu-onnxruntime | amd64 | , libc6 (>= 2.28), libgcc-s1, libstdc++6 (>= 6)",
                "onnxruntime-linux-aarch64 | tohu-onnxruntime | arm64 | , libc6 (>= 2.28), libgcc-s1, libstdc++6 (>= 6)",
                "trust                     | tohu-trust       | all   | ''",
                "updates                   | tohu-updates     | all   | , tohu-trust (>= {ai})",
                "serial                    | tohu-serial      | all   | ''",
                "field                     | tohu-field       | all   | ''",
                "outbox                    | tohu-outbox      | all   | ''",
                "ai                        | tohu-ai          | all   | , tohu-onnxruntime (>= {runtime}), tohu-onnxruntime (<< 2~)",
                "model-pump                | tohu-model-pump  | all   | , tohu-ai (>= {ai})"
            })
    void aptInstallsAPackageOnlyOnKuraSixOfItsProcessorAndWithWhatItNeeds(
            String feature, String name, String architecture, String needs) throws Exception {
        DebFile deb = deb(feature);

        assertThat(deb.field("Package")).isEqualTo(name);
        assertThat(deb.field("Architecture")).isEqualTo(architecture);
        assertThat(deb.field("Depends"))
                .isEqualTo(KURA_6
                        + needs.replace("{runtime}", version("onnxruntime-linux-x64"))
                                .replace("{ai}", version("ai")));
        assertThat(deb.field("Maintainer")).isNotEmpty();
        assertThat(deb.field("Description")).doesNotContain("[[").contains("restart");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "onnxruntime-linux-x64",
                "onnxruntime-linux-aarch64",
                "trust",
                "updates",
                "serial",
                "field",
                "outbox",
                "ai",
                "model-pump"
            })
    void aPackageHoldsTheBundlesOfTheDeploymentPackageAndItsCopyright(String feature) throws Exception {
        DebFile deb = deb(feature);
        deb.unpack(folder);

        List<Path> expected = new ArrayList<>();
        expected.add(Path.of("usr/share/doc", deb.field("Package"), "copyright"));
        for (BundleFile bundle : bundles(feature)) {
            Path jar = PLUGINS.resolve(bundle.symbolicName() + "_" + bundle.version() + ".jar");
            expected.add(jar);
            assertThat(folder.resolve(jar)).hasBinaryContent(bundle.content());
        }
        assertThat(files(folder)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(deb.field("Version")).isEqualTo(version(feature));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "onnxruntime-linux-x64",
                "onnxruntime-linux-aarch64",
                "trust",
                "updates",
                "serial",
                "field",
                "outbox",
                "ai",
                "model-pump"
            })
    void whatIsInstalledBelongsToRootAndBearsTheBuildsFixedTime(String feature) throws Exception {
        assertThat(deb(feature).contents())
                .isNotEmpty()
                .allMatch(
                        line -> line.matches("(drwxr-xr-x|-rw-r--r--) (root/root|0/0) +\\d+ 2026-01-01 00:00 \\./.*"));
    }

    @Test
    void aGatewayThatFindsThePackagesAmongItsPluginsRunsEveryBundleAndScores() throws Exception {
        assertGatewayScores(JavaProcess.ownJava(), LAYOUT.onnxRuntimeFeature());
    }

    /** The whole gateway, OSGi's choice of the native library and the model's golden samples included. */
    @Test
    void soDoesAGatewayOnAnArmProcessor() throws Exception {
        String java = System.getenv(ARM_JAVA);
        assumeTrue(java != null, ARM_JAVA + " names no Java of an ARM processor: linux-aarch64 is not checked");
        assertGatewayScores(Path.of(java), "onnxruntime-linux-aarch64");
    }

    private void assertGatewayScores(Path java, String runtime) throws Exception {
        List<String> features = List.of(runtime, "field", "outbox", "ai", "model-pump");
        Path root = folder.resolve("root");
        for (String feature : features) {
            deb(feature).unpack(root);
        }
        Path home = gatewayWithPlugins(root.resolve(PLUGINS));
        CloudView cloud = new CloudView(message -> {});
        try (Rig rig = new Rig(LAYOUT, FreePorts.rig(), folder)) {
            rig.startBroker();
            rig.subscribe(cloud);
            rig.startPlant(List.of());
            rig.startGateway(java, home, DemoSnapshot.forPorts(LAYOUT, rig.ports(), folder), List.of());

            assertThat(cloud.await(c -> c.count("/results") > 0, DEADLINE_MILLIS))
                    .as("a result at the broker")
                    .isTrue();
            try (KuraRemote remote = new KuraRemote(
                    KuraAddress.open("tcp://127.0.0.1:" + rig.ports().mqtt(), Rig.ACCOUNT, CLIENT), message -> {})) {
                var running = new Inventory(remote).bundles();
                for (String feature : features) {
                    for (BundleFile bundle : bundles(feature)) {
                        assertThat(running)
                                .containsEntry(
                                        bundle.symbolicName(), new Inventory.BundleState(bundle.version(), "ACTIVE"));
                    }
                }
            }
        }
    }

    /** Kura 6 starts what lies in plugins/6s at start level 6. */
    private Path gatewayWithPlugins(Path plugins) throws IOException {
        Path home = folder.resolve("home");
        copy(LAYOUT.platform("6.0"), home);
        copy(plugins, home.resolve("platform/06"));
        return home;
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(from.resolve(file), target);
        }
    }

    /** All files below a folder, relative to it. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(folder::relativize).toList();
        }
    }

    private static DebFile deb(String feature) throws IOException {
        return new DebFile(LAYOUT.deb(feature));
    }

    private static String version(String feature) throws IOException {
        return DeploymentPackageFile.read(LAYOUT.feature(feature)).version();
    }

    private static List<BundleFile> bundles(String feature) throws IOException {
        return DeploymentPackageFile.read(LAYOUT.feature(feature)).bundles();
    }
}
