/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Form of the outbox metrics. */
@ObjectClassDefinition(
        id = MetricsComponent.NAME,
        name = "Outbox Metrics",
        description = "Emits the figures of every queue of an outbox, one record a queue, whenever it receives"
                + " something: wire a Timer before it and a publisher behind it.")
public @interface MetricsConfig {

    @AttributeDefinition(
            name = "Outbox target filter",
            description = "The outbox whose figures are emitted, as a filter on its name.")
    String Outbox_target() default "(kura.service.pid=outbox)";
}
