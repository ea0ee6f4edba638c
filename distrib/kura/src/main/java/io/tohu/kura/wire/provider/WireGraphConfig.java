/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.wire.provider;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the wire graph. */
@ObjectClassDefinition(
        id = WireGraph.PID,
        name = "Wire graph",
        description = "Which components are connected to which. Draw it on the Wires page rather than here.")
@interface WireGraphConfig {

    @AttributeDefinition(
            name = "WireGraph",
            description = "The graph as JSON: components with their numbers of ports, and wires between ports.")
    String WireGraph() default "{\"components\":[],\"wires\":[]}";
}
