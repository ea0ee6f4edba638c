/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.cloud;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Settings of a cloud connection; names and defaults are Kura's. */
@ObjectClassDefinition(
        id = KuraCloudService.PID,
        name = "CloudService",
        description = "How this gateway presents itself to the cloud.")
@interface CloudConfig {

    @AttributeDefinition(
            name = "Device Display-Name",
            description = "Which name the gateway tells.",
            options = {
                @Option(label = "Set display name as device name", value = "device-name"),
                @Option(label = "Set display name from hostname", value = "hostname"),
                @Option(label = "Custom", value = "custom"),
                @Option(label = "Server defined", value = "server")
            })
    String device_display$_$name() default "device-name";

    @AttributeDefinition(
            name = "Device Custom-Name",
            description = "The name to tell when Device Display-Name is Custom.",
            required = false)
    String device_custom$_$name() default "";

    @AttributeDefinition(
            name = "Topic Control-Prefix",
            description = "First part of topics for commands and life cycle.")
    String topic_control$_$prefix() default "$EDC";

    @AttributeDefinition(
            name = "Encode gzip",
            description = "Whether messages are compressed where that makes them shorter.",
            required = false)
    boolean encode_gzip() default true;

    @AttributeDefinition(
            name = "Enable Default Subscriptions",
            description = "Whether the gateway listens to commands.")
    boolean enable_default_subscriptions() default true;

    @AttributeDefinition(
            name = "Payload Encoding",
            description = "Format of messages. The embedded gateway knows Kura Protobuf only.",
            options = {
                @Option(label = "Kura Protobuf", value = "kura-protobuf"),
                @Option(label = "Simple JSON", value = "simple-json")
            })
    String payload_encoding() default "kura-protobuf";
}
