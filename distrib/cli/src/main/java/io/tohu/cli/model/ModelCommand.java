/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.model;

import picocli.CommandLine.Command;

/** {@code ./tohu model …}. */
@Command(
        name = "model",
        description = "Works with models on a desk.",
        subcommands = {EvaluateCommand.class},
        mixinStandardHelpOptions = true)
public final class ModelCommand {}
