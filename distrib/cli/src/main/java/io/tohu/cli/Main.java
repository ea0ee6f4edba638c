/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli;

import io.tohu.cli.accept.AcceptCommand;
import io.tohu.cli.demo.DemoCommand;
import io.tohu.cli.model.ModelCommand;
import io.tohu.cli.opcua.OpcUaCommand;
import io.tohu.cli.signing.PackageCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./tohu} runs. */
@Command(
        name = "tohu",
        subcommands = {
            DemoCommand.class,
            AcceptCommand.class,
            ModelCommand.class,
            OpcUaCommand.class,
            PackageCommand.class
        },
        mixinStandardHelpOptions = true)
public final class Main {

    private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

    private Main() {}

    public static void main(String[] args) {
        // What goes wrong is told by the commands themselves; the libraries' own words would stand between their lines.
        if (System.getProperty(LOG_LEVEL) == null) {
            System.setProperty(LOG_LEVEL, "off");
        }
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
