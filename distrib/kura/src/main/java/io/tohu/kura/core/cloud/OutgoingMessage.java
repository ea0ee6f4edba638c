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

import java.util.Map;

/**
 * How a message is sent, as its properties say.
 *
 * @param topic whole topic, with tokens for account and client
 * @param qos quality of service
 * @param retain whether the broker keeps it
 * @param priority urgency, 0 the most urgent
 */
record OutgoingMessage(String topic, int qos, boolean retain, int priority) {

    static OutgoingMessage of(Map<String, Object> properties, CloudOptions options) {
        return new OutgoingMessage(
                topic(properties, options),
                (Integer) properties.get(MessageProperty.QOS.name()),
                (Boolean) properties.get(MessageProperty.RETAIN.name()),
                (Integer) properties.get(MessageProperty.PRIORITY.name()));
    }

    private static String topic(Map<String, Object> properties, CloudOptions options) {
        if (properties.get(MessageProperty.FULL_TOPIC.name()) instanceof String whole) {
            return whole;
        }
        String appTopic = (String) properties.get(MessageProperty.APP_TOPIC.name());
        String rest = properties.get(MessageProperty.APP_ID.name())
                + (appTopic == null || appTopic.isEmpty() ? "" : "/" + appTopic);
        return (Boolean) properties.get(MessageProperty.CONTROL.name())
                ? options.ownControlTopic(rest)
                : "#account-name/#client-id/" + rest;
    }
}
