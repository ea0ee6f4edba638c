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

/** Settings of the queue. */
@ObjectClassDefinition(
        id = WireFifo.PID,
        name = "Fifo",
        description = "Hands envelopes on in a thread of its own, so that what follows does not hold the emitter up.")
@interface FifoConfig {

    @AttributeDefinition(name = "queue.capacity", description = "Number of envelopes that may wait.")
    int queue_capacity() default 50;

    @AttributeDefinition(
            name = "discard.envelopes",
            description = "When the queue is full: true drops the new envelope, false makes the emitter wait.")
    boolean discard_envelopes() default false;
}
