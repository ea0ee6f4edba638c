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
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.publisher.CloudNotificationPublisher;

/**
 * Takes an application's notifications to the client that once asked:
 * {@code $EDC/<account>/<requestorClientId>/<appId>/NOTIFY/<client>/<messageType>}, each of the three a property of the message.
 */
final class NotificationPublisher implements CloudNotificationPublisher {

    static final String PID = "org.eclipse.kura.cloud.publisher.CloudNotificationPublisher";

    private static final int PRIORITY = 1;

    private final KuraCloudService cloud;

    NotificationPublisher(KuraCloudService cloud) {
        this.cloud = cloud;
    }

    @Override
    public String publish(KuraMessage message) throws KuraException {
        Map<String, Object> given = message.getProperties();
        if (given.get("appId") == null || given.get("messageType") == null || given.get("requestorClientId") == null) {
            throw new IllegalArgumentException("A notification needs appId, messageType and requestorClientId");
        }
        String topic = cloud.options()
                .controlTopic(
                        (String) given.get("requestorClientId"),
                        given.get("appId") + "/NOTIFY/#client-id/" + given.get("messageType"));
        return cloud.publish(TopicPlaceholders.fill(topic, given), message.getPayload(), 0, false, PRIORITY);
    }
}
