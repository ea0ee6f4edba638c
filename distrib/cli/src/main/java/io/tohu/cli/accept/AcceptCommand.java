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
import picocli.CommandLine.Option;

/** {@code ./tohu accept}: judges a gateway from outside, the embedded one or any real one alike. */
@Command(
        name = "accept",
        mixinStandardHelpOptions = true,
        description = "Installs, configures, disturbs, upgrades and removes Tohu on a gateway, over MQTT alone.")
public final class AcceptCommand implements Callable<Integer> {

    private static final String EMBEDDED = "accept-gateway";

    @Option(
            names = "--broker",
            description = "Broker of a running gateway, e.g. tcp://host:1883; none: start the embedded one.")
    private String broker;

    @Option(names = "--account", description = "Account name of the running gateway (default: ${DEFAULT-VALUE}).")
    private String account = Rig.ACCOUNT;

    @Option(names = "--client", description = "Client id of the running gateway.")
    private String client;

    @Option(names = "--username", description = "For the broker, if it asks.")
    private String username;

    @Option(
            names = "--password",
            arity = "0..1",
            interactive = true,
            description = "For the broker; asked for when no value is given.")
    private String password;

    @Option(
            names = "--http-host",
            description =
                    "Address of this machine that the gateway reaches: packages and the plant are served there (default: ${DEFAULT-VALUE}).")
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
            Layout layout = Layout.ofThisCheckout();
            Ports ports = new Ports(portBase);
            ports.requireFree();
            rig = new Rig(layout, ports, layout.emptied("accept-" + platform));
            Runtime.getRuntime().addShutdownHook(new Thread(rig::close, "accept-stop"));
            return accept(layout, rig);
        } catch (IOException | IllegalArgumentException | PackagingException e) {
            System.err.println("accept: " + e.getMessage());
            return 2;
        } finally {
            if (rig != null) {
                rig.close();
            }
        }
    }

    private int accept(Layout layout, Rig rig) throws IOException, InterruptedException {
        Ports ports = rig.ports();
        if (broker != null && client == null) {
            throw new IllegalArgumentException("--broker needs --client, the gateway's client id");
        }
        Packages packages = Packages.of(layout, nativeFeature, rig.folder());
        PumpLine line = PumpLine.read(layout.demoSnapshot(), httpHost, ports.opcUa(), ports.modbus(), endpoint);
        rig.startPlant(List.of("--bind=" + httpHost));
        KuraAddress address = broker == null
                ? KuraAddress.open("tcp://127.0.0.1:" + ports.mqtt(), Rig.ACCOUNT, EMBEDDED)
                : new KuraAddress(
                        broker, account, client, Optional.ofNullable(username), Optional.ofNullable(password));
        if (broker == null) {
            rig.startBroker();
        }
        try (PackageServer server = new PackageServer(httpHost, httpPort);
                Site site = new Site(
                        address, new PlantControl(httpHost, ports.control()), server, packages, line, restart(rig))) {
            if (broker == null) {
                startEmbedded(rig, packages);
            }
            System.out.println("accepting " + gateway(address));
            Report report = new Acceptance(System.out::println).run(steps(), site);
            System.out.printf("%n%s", report.table());
            if (json != null) {
                report.write(json, gateway(address));
            }
            return report.exitCode();
        }
    }

    private String gateway(KuraAddress address) {
        return (broker == null ? "the embedded gateway, level " + platform : "gateway " + address.client()) + " on "
                + address.broker();
    }

    private void startEmbedded(Rig rig, Packages packages) throws IOException, InterruptedException {
        Path snapshot = rig.folder().resolve("snapshot.xml");
        CloudStack.addTo(new SnapshotBuilder(), rig.ports().mqtt(), Rig.ACCOUNT, EMBEDDED)
                .write(snapshot);
        rig.startGateway(platform, snapshot, preinstalled ? packages.files() : List.of());
    }

    private Optional<Site.Restart> restart(Rig rig) {
        if (broker == null) {
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

    private List<Step> steps() {
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
                new ChangesUnderLoad(brief ? 6_000 : 12_000),
                new TornPackage(),
                new FailedDownload(),
                new UnresolvablePackage(),
                new UpgradeAndBack(Packages.FIELD),
                new UpgradeAndBack(Packages.AI),
                new UpgradeAndBack(Packages.MODEL),
                new RestartKeepsAll()));
        if (!keep) {
            steps.add(new ConfigurationRemoved());
            steps.add(new PackagesUninstalled());
        }
        return List.copyOf(steps);
    }
}
