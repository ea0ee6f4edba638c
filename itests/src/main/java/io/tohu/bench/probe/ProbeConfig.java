/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.probe;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Form of the probe. */
@ObjectClassDefinition(
        id = ProbeComponent.NAME,
        name = "Bench probe",
        description = "Triggers what it is wired to as fast as it answers, and counts the values that come back.")
@interface ProbeConfig {

    @AttributeDefinition(name = "Port", description = "TCP port on this machine where the bench waits for the probe.")
    int port() default 0;
}
