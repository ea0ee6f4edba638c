/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.data.transport.mqtt;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Settings of the connection to the broker; names and defaults are Kura's. */
@ObjectClassDefinition(
        id = MqttDataTransport.PID,
        name = "MqttDataTransport",
        description = "The broker, and as whom this gateway connects to it.")
@interface MqttConfig {

    @AttributeDefinition(
            name = "Broker-url",
            description = "mqtt://host:port/ or, encrypted, mqtts://host:port/. Ask the operator of the broker.")
    String broker$_$url() default "mqtt://broker-url:1883/";

    @AttributeDefinition(
            name = "Topic Context Account-Name",
            description = "First part of every topic: the account.",
            required = false)
    String topic_context_account$_$name() default "account-name";

    @AttributeDefinition(name = "Username", description = "Empty: connect without.", required = false)
    String username() default "username";

    @AttributeDefinition(
            name = "Password",
            description = "Empty: connect without.",
            type = AttributeType.PASSWORD,
            required = false)
    String password() default "password";

    @AttributeDefinition(
            name = "Client-id",
            description = "Name of this gateway, unique at the broker. Empty: its network address.",
            required = false)
    String client$_$id() default "";

    @AttributeDefinition(name = "Keep-alive", description = "Seconds between two signs of life.")
    int keep$_$alive() default 30;

    @AttributeDefinition(name = "Timeout", description = "Seconds to wait for an answer of the broker.")
    int timeout() default 10;

    @AttributeDefinition(
            name = "Clean-session",
            description = "Whether the broker forgets what it holds for this gateway when the connection ends.")
    boolean clean$_$session() default true;

    @AttributeDefinition(
            name = "LWT Topic",
            description = "Where the broker announces that this gateway was lost. Empty: nowhere.",
            required = false)
    String lwt_topic() default "$EDC/#account-name/#client-id/MQTT/LWT";

    @AttributeDefinition(name = "LWT Payload", description = "Text of that announcement.", required = false)
    String lwt_payload() default "";

    @AttributeDefinition(
            name = "LWT QoS",
            description = "Its quality of service.",
            required = false,
            options = {
                @Option(label = "0", value = "0"),
                @Option(label = "1", value = "1"),
                @Option(label = "2", value = "2")
            })
    int lwt_qos() default 0;

    @AttributeDefinition(name = "LWT Retain", description = "Whether the broker keeps it.", required = false)
    boolean lwt_retain() default false;

    @AttributeDefinition(
            name = "In-flight persistence",
            description = "Where the client keeps what is being sent. The message store has it as well.",
            options = {@Option(label = "file", value = "file"), @Option(label = "memory", value = "memory")})
    String in$_$flight_persistence() default "memory";

    @AttributeDefinition(
            name = "Protocol-version",
            description = "Version of MQTT.",
            required = false,
            options = {@Option(label = "3.1", value = "3"), @Option(label = "3.1.1", value = "4")})
    int protocol$_$version() default 4;
}
