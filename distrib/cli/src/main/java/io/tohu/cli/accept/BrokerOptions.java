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
import io.tohu.cli.process.Rig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a running gateway is found; without {@code --broker} there is none, and the embedded one is meant. */
final class BrokerOptions {

    @Option(
            names = "--broker",
            description =
                    "Broker of a running gateway, e.g. tcp://host:1883 or mqtts://host:8883; none: start the embedded gateway.")
    private String broker;

    @Option(names = "--account", description = "Account name of the running gateway (default: ${DEFAULT-VALUE}).")
    private String account = Rig.ACCOUNT;

    @Option(names = "--client", description = "Client id of the running gateway.")
    private String client;

    @Option(
            names = {"--user", "--username"},
            description = "For the broker, if it asks.")
    private String user;

    @Option(
            names = "--password",
            arity = "0..1",
            interactive = true,
            description = "For the broker; asked for when no value is given.")
    private String password;

    @Option(
            names = "--ca-file",
            paramLabel = "PEM",
            description =
                    "With mqtts: certificates that the broker's is trusted by (default: those that this Java trusts).")
    private Path authority;

    /** The running gateway's address, empty when none was named. */
    Optional<KuraAddress> running() throws IOException {
        if (broker == null) {
            return Optional.empty();
        }
        if (client == null) {
            throw new IllegalArgumentException("--broker needs --client, the gateway's client id");
        }
        KuraAddress address = new KuraAddress(
                broker,
                account,
                client,
                Optional.ofNullable(user),
                Optional.ofNullable(password),
                Optional.ofNullable(authority));
        if (authority != null && !address.encrypted()) {
            throw new IllegalArgumentException("--ca-file is for an encrypted connection, but " + broker
                    + " is not: begin the broker's URL with mqtts://");
        }
        if (authority != null && !Files.isReadable(authority)) {
            throw new IOException("--ca-file: there is no file " + authority + " that can be read");
        }
        return Optional.of(address);
    }
}
