/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.osgi;

import io.tohu.cli.demo.DemoSnapshot;
import io.tohu.cli.process.Layout;
import io.tohu.cli.process.Ports;
import io.tohu.cli.process.Rig;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Broker and plant beside the framework, as processes that end with this one. */
record Surroundings(Layout layout, Path folder, Ports ports) {

    private static final int TRIES = 50;

    static Surroundings start(Layout layout, Path folder) throws IOException, InterruptedException {
        Ports ports = freePorts();
        Rig rig = new Rig(layout, ports, folder);
        // Pax Exam offers no place outside the framework that comes after the tests.
        Runtime.getRuntime().addShutdownHook(new Thread(rig::close, "surroundings-stop"));
        rig.startBroker();
        rig.startPlant(List.of());
        return new Surroundings(layout, folder, ports);
    }

    Path snapshot() throws IOException {
        return DemoSnapshot.forPorts(layout, ports, folder);
    }

    /** What the command line sees of the cloud, as a bundle: tests inside use it too. */
    Path cloudBundle() throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.put(new Attributes.Name("Bundle-ManifestVersion"), "2");
        headers.put(new Attributes.Name("Bundle-SymbolicName"), "itests.cloud");
        headers.put(new Attributes.Name("Export-Package"), "io.tohu.cli.cloud");
        headers.put(new Attributes.Name("DynamicImport-Package"), "*");
        Path classes = layout.home().resolve("distrib/cli/target/classes");
        Path out = folder.resolve("cloud.jar");
        try (OutputStream file = Files.newOutputStream(out);
                JarOutputStream jar = new JarOutputStream(file, manifest);
                Stream<Path> found = Files.list(classes.resolve("io/tohu/cli/cloud"))) {
            for (Path each : found.sorted().toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(each).toString()));
                Files.copy(each, jar);
            }
        }
        return out;
    }

    /** Four ports in a row that nobody listens on. */
    private static Ports freePorts() throws IOException {
        IOException last = null;
        for (int i = 0; i < TRIES; i++) {
            try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                // Below the ephemeral ports: no client takes one of them before its server does.
                Ports ports = new Ports(20_000 + any.getLocalPort() % 10_000);
                ports.requireFree();
                return ports;
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }
}
