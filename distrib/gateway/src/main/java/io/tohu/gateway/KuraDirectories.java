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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where a gateway keeps what, laid out below one directory as below Kura's {@code /opt/eclipse/kura}.
 *
 * @param root the directory that outlives a restart
 */
record KuraDirectories(Path root) {

    private static final String CONFIGURATION = "kura.configuration";

    static KuraDirectories under(Path root) {
        return new KuraDirectories(root);
    }

    Path user() {
        return root.resolve("user");
    }

    Path snapshots() {
        return user().resolve("snapshots");
    }

    Path packages() {
        return root.resolve("packages");
    }

    Path data() {
        return root.resolve("data");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    /** The framework's own storage: nothing in it outlives a start, as on Kura. */
    Path frameworkStorage() {
        return temporary().resolve("framework");
    }

    /** Which packages the deployment agent installs at every start: {@code <name>=file:<path>}. */
    Path installedPackages() {
        return packages().resolve("dpa.properties");
    }

    void create() throws IOException {
        for (Path each : List.of(snapshots(), packages(), data(), root.resolve("framework"), temporary())) {
            Files.createDirectories(each);
        }
    }

    /**
     * Tells the bundles, through the system properties that Kura's start script sets or that Kura lets win.
     *
     * @param home whose {@code kura.properties} says which gateway this is, unless the command line names another
     */
    void publish(Path home) {
        System.setProperty(
                CONFIGURATION,
                System.getProperty(
                        CONFIGURATION, home.resolve("kura.properties").toUri().toString()));
        Map<String, Path> properties = Map.of(
                "kura.home", root,
                "kura.framework.config", root.resolve("framework"),
                "kura.user.config", user(),
                "kura.snapshots", snapshots(),
                "kura.packages", packages(),
                "kura.data", data(),
                "kura.tmp", temporary(),
                "dpa.configuration", installedPackages());
        properties.forEach((name, path) -> System.setProperty(name, path.toString()));
    }
}
