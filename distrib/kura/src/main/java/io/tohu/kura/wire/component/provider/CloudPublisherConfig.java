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

/** Settings of the wire component that publishes. */
@ObjectClassDefinition(
        id = WireCloudPublisher.PID,
        name = "Cloud publisher",
        description = "Makes a message of each record it receives and gives it to a publisher of a cloud connection.")
@interface CloudPublisherConfig {

    @AttributeDefinition(
            name = "CloudPublisher Target Filter",
            description = "The publisher to use, as (kura.service.pid=NAME).")
    String CloudPublisher_target() default "(kura.service.pid=changeme)";
}
