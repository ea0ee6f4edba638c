/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.signing;

import picocli.CommandLine.Command;

/** {@code ./tohu package}: signs bundles and deployment packages, and judges them as a gateway would. */
@Command(
        name = "package",
        description = "Sign and verify deployment packages (.dp) and bundles (.jar).",
        subcommands = {SignCommand.class, VerifyCommand.class},
        mixinStandardHelpOptions = true)
public final class PackageCommand {}
