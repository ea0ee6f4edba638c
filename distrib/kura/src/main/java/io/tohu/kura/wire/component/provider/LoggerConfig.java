/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.wire.component.provider;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Settings of the logger. */
@ObjectClassDefinition(id = WireLogger.PID, name = "Logger", description = "Writes what it receives to the log.")
@interface LoggerConfig {

    @AttributeDefinition(
            name = "log.verbosity",
            description = "QUIET: one line per envelope. VERBOSE: every property of every record as well.",
            options = {@Option(label = "VERBOSE", value = "VERBOSE"), @Option(label = "QUIET", value = "QUIET")})
    String log_verbosity() default "QUIET";
}
