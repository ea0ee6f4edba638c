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

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the command line says.
 *
 * @param home directory with {@code platform/<start level>/*.jar}; default: where gateway.jar lies
 * @param data what Kura keeps between starts: snapshots, packages, data; default: {@code gateway-data} here
 * @param snapshot configuration of the first start, plain Kura snapshot XML
 * @param packages directory whose .dp files are installed at the first start
 */
record GatewayOptions(Path home, Path data, Optional<Path> snapshot, Optional<Path> packages) {

    static final String USAGE =
            "usage: java -jar gateway.jar [--home DIR] [--data DIR] [--snapshot FILE] [--packages DIR]";

    static GatewayOptions parse(String... args) throws GatewayOptionsException {
        Path home = null;
        Path data = Path.of("gateway-data");
        Optional<Path> snapshot = Optional.empty();
        Optional<Path> packages = Optional.empty();
        List<String> rest = new ArrayList<>(List.of(args));
        while (!rest.isEmpty()) {
            String name = rest.remove(0);
            switch (name) {
                case "--home" -> home = value(name, rest);
                case "--data" -> data = value(name, rest);
                case "--snapshot" -> snapshot = Optional.of(value(name, rest));
                case "--packages" -> packages = Optional.of(value(name, rest));
                default -> throw new GatewayOptionsException("unknown option " + name);
            }
        }
        if (home == null) {
            home = whereTheJarLies();
        }
        requireDirectory("--home", home.resolve("platform"));
        if (snapshot.isPresent() && !Files.isRegularFile(snapshot.get())) {
            throw new GatewayOptionsException("--snapshot: there is no file " + snapshot.get());
        }
        if (packages.isPresent()) {
            requireDirectory("--packages", packages.get());
        }
        return new GatewayOptions(home.toAbsolutePath(), data.toAbsolutePath(), snapshot, packages);
    }

    private static Path value(String name, List<String> rest) throws GatewayOptionsException {
        if (rest.isEmpty()) {
            throw new GatewayOptionsException(name + " needs a value");
        }
        return Path.of(rest.remove(0)).normalize();
    }

    private static void requireDirectory(String name, Path directory) throws GatewayOptionsException {
        if (!Files.isDirectory(directory)) {
            throw new GatewayOptionsException(name + ": there is no directory " + directory);
        }
    }

    private static Path whereTheJarLies() throws GatewayOptionsException {
        try {
            return Path.of(GatewayOptions.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new GatewayOptionsException("cannot tell where the gateway is installed, give --home");
        }
    }
}
