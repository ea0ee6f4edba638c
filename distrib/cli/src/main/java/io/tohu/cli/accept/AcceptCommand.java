/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.accept;

import io.tohu.cli.cloud.KuraAddress;
import io.tohu.cli.process.Layout;
import io.tohu.cli.process.PlantControl;
import io.tohu.cli.process.Ports;
import io.tohu.cli.process.Rig;
import io.tohu.cli.snapshot.CloudStack;
import io.tohu.cli.snapshot.SnapshotBuilder;
import io.tohu.packaging.PackagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./tohu accept}: judges a gateway from outside, the embedded one or any real one alike. */
@Command(
        name = "accept",
        mixinStandardHelpOptions = true,
        description = "Installs, configures, disturbs, upgrades and removes Tohu on a gateway, over MQTT alone.")
public final class AcceptCommand implements Callable<Integer> {

    private static final String EMBEDDED = "accept-gateway";

    @Mixin
    private BrokerOptions running = new BrokerOptions();

    @Option(
            names = "--http-host",
            description = "Address of this machine that the gateway reaches: packages and the plant are served there"
                    + " (default: ${DEFAULT-VALUE}).")
    private String httpHost = "127.0.0.1";

    @Option(names = "--http-port", description = "Port for packages; 0 for any (default: ${DEFAULT-VALUE}).")
    private int httpPort;

    @Option(names = "--native", description = "Feature with the gateway's native library (default: ${DEFAULT-VALUE}).")
    private String nativeFeature = "onnxruntime-linux-x64";

    @Option(names = "--endpoint", description = "Pid of the gateway's cloud endpoint (default: ${DEFAULT-VALUE}).")
    private String endpoint = CloudStack.ENDPOINT;

    @Option(names = "--restart-command", description = "Shell command that restarts the running gateway.")
    private String restartCommand;

    @Option(names = "--json", description = "Write the outcome to this file too.")
    private Path json;

    @Option(
            names = "--preinstalled",
            description = "The packages are on the gateway already, e.g. as .deb: judge them as they are.")
    private boolean preinstalled;

    @Option(names = "--short", description = "Look at rates and at quiet for a shorter time.")
    private boolean brief;

    @Option(names = "--keep", description = "Leave packages and configuration on the gateway.")
    private boolean keep;

    @Option(
            names = "--platform",
            description = "Level of the embedded gateway: 5.6 or 6.0 (default: ${DEFAULT-VALUE}).")
    private String platform = "5.6";

    @Option(
            names = "--port-base",
            description = "First of four TCP ports: OPC UA, Modbus, MQTT, control (default: ${DEFAULT-VALUE}).")
    private int portBase = Ports.DEFAULT_BASE;

    @Override
    public Integer call() throws InterruptedException {
        Rig rig = null;
        try {
            Optional<KuraAddress> address = running.running();
            Layout layout = Layout.ofThisCheckout();
            Ports ports = new Ports(portBase);
            ports.requireFree();
            rig = new Rig(layout, ports, layout.emptied("accept-" + folder(address)));
            Runtime.getRuntime().addShutdownHook(new Thread(rig::close, "accept-stop"));
            return accept(layout, rig, address);
        } catch (IOException | IllegalArgumentException | PackagingException e) {
            System.err.println("accept: " + e.getMessage());
            return 2;
        } finally {
            if (rig != null) {
                rig.close();
            }
        }
    }

    /** Each gateway has a folder of its own, so that two can be judged at once. */
    private String folder(Optional<KuraAddress> address) {
        return address.map(a -> a.client().replaceAll("[^A-Za-z0-9._-]", "_")).orElse(platform);
    }

    private int accept(Layout layout, Rig rig, Optional<KuraAddress> named) throws IOException, InterruptedException {
        Ports ports = rig.ports();
        Packages packages = Packages.of(layout, nativeFeature, rig.folder());
        PumpLine line = PumpLine.read(layout.demoSnapshot(), httpHost, ports.opcUa(), ports.modbus(), endpoint);
        rig.startPlant(List.of("--bind=" + httpHost));
        KuraAddress address =
                named.orElseGet(() -> KuraAddress.open("tcp://127.0.0.1:" + ports.mqtt(), Rig.ACCOUNT, EMBEDDED));
        if (named.isEmpty()) {
            rig.startBroker();
        }
        try (PackageServer server = new PackageServer(httpHost, httpPort);
                Site site = new Site(
                        address,
                        new PlantControl(httpHost, ports.control()),
                        server,
                        packages,
                        line,
                        rig.plantPower(),
                        restart(rig, named.isPresent()))) {
            if (named.isEmpty()) {
                startEmbedded(rig, packages);
            }
            String gateway =
                    (named.isEmpty() ? "the embedded gateway, level " + platform : "gateway " + address.client())
                            + " on " + address.broker();
            System.out.println("accepting " + gateway);
            Report report = new Acceptance(System.out::println).run(steps(packages), site);
            System.out.printf("%n%s", report.table());
            if (json != null) {
                report.write(json, gateway);
            }
            return report.exitCode();
        }
    }

    private void startEmbedded(Rig rig, Packages packages) throws IOException, InterruptedException {
        Path snapshot = rig.folder().resolve("snapshot.xml");
        CloudStack.addTo(new SnapshotBuilder(), rig.ports().mqtt(), Rig.ACCOUNT, EMBEDDED)
                .write(snapshot);
        rig.startGateway(platform, snapshot, preinstalled ? packages.files() : List.of());
    }

    private Optional<Site.Restart> restart(Rig rig, boolean named) {
        if (!named) {
            return Optional.of(rig::restartGateway);
        }
        return Optional.ofNullable(restartCommand).map(command -> () -> {
            int code =
                    new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IOException("--restart-command ended with " + code);
            }
        });
    }

    private List<Step> steps(Packages packages) {
        List<Step> steps = new ArrayList<>(List.of(
                new GatewayAnswers(),
                new NothingBefore(preinstalled),
                new PackagesInstall(preinstalled),
                new BundlesActive(preinstalled),
                new FormsComplete(),
                new WirePalette(),
                new DriversCreated(),
                new GraphCreated(),
                new DataArrives(),
                new ConfigurationReadsBack(),
                new HealthyIsQuiet(brief ? 5_000 : 15_000),
                new FaultAlarms(),
                new MixedModbus(),
                new SecuredOpcUa(),
                new ServersKilled(),
                new BrowsedAsset(),
                new ChangesUnderLoad(brief ? 6_000 : 12_000),
                new TornPackage(),
                new FailedDownload(),
                new UnresolvablePackage(),
                new UpgradeAndBack(Packages.FIELD),
                new UpgradeAndBack(Packages.AI),
                new UpgradeAndBack(Packages.MODEL),
                new NativeUpgrade(packages.natives()),
                new RestartKeepsAll()));
        if (!keep) {
            steps.add(new ConfigurationRemoved());
            steps.add(new PackagesUninstalled());
        }
        return List.copyOf(steps);
    }
}
