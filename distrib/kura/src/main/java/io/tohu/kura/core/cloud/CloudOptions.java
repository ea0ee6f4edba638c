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

import org.eclipse.kura.system.SystemService;

/**
 * What a cloud connection does.
 *
 * @param displayName the name the gateway tells
 * @param controlPrefix first part of control topics
 * @param gzip whether messages are compressed
 * @param subscribe whether the gateway listens to commands
 */
record CloudOptions(String displayName, String controlPrefix, boolean gzip, boolean subscribe) {

    static CloudOptions of(CloudConfig config, SystemService system) {
        String displayName =
                switch (config.device_display$_$name()) {
                    case "device-name" -> system.getDeviceName();
                    case "hostname" -> system.getHostname();
                    case "custom" -> config.device_custom$_$name();
                    default -> "";
                };
        return new CloudOptions(
                displayName,
                config.topic_control$_$prefix(),
                config.encode_gzip(),
                config.enable_default_subscriptions());
    }

    /** @return the topic of an application's messages, with tokens for account and client */
    String topic(boolean control, String appId, String appTopic) {
        String rest = appTopic.isEmpty() ? appId : appId + "/" + appTopic;
        return control ? ownControlTopic(rest) : "#account-name/#client-id/" + rest;
    }

    /** @return the topic of this gateway's own control messages, with tokens for account and client */
    String ownControlTopic(String rest) {
        return controlTopic("#client-id", rest);
    }

    /** @return the topic of control messages to a client, with a token for the account */
    String controlTopic(String client, String rest) {
        return controlPrefix + "/#account-name/" + client + "/" + rest;
    }
}
