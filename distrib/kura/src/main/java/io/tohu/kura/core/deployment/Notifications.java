/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.deployment;

import java.util.Date;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.request.RequestHandlerContextConstants;
import org.eclipse.kura.message.KuraPayload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells who asked how far the request is. */
final class Notifications {

    static final String APP_ID = "DEPLOY-V2";
    static final String COMPLETED = "COMPLETED";
    static final String FAILED = "FAILED";

    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final int ALL = 100;

    private final PackageRequest request;

    Notifications(PackageRequest request) {
        this.request = request;
    }

    /** @param index null when nothing was downloaded, because the file is there already */
    void download(int size, int progress, String status, String error, Integer index) {
        KuraPayload payload = payload("download", progress, status, error);
        payload.addMetric("dp.download.size", size);
        payload.addMetric("dp.download.index", index);
        publish("download", payload);
    }

    /** @param error null when it is done */
    void installed(String file, String error) {
        end("install", file, error);
    }

    /** @param error null when it is done */
    void uninstalled(String error) {
        end("uninstall", request.name(), error);
    }

    private void end(String what, String name, String error) {
        KuraPayload payload = payload(what, error == null ? ALL : 0, error == null ? COMPLETED : FAILED, error);
        payload.addMetric("dp.name", name);
        publish(what, payload);
    }

    private KuraPayload payload(String what, int progress, String status, String error) {
        KuraPayload payload = new KuraPayload();
        payload.setTimestamp(new Date());
        payload.addMetric(
                "client.id",
                request.context().getContextProperties().get(RequestHandlerContextConstants.DEVICE_ID.name()));
        payload.addMetric("job.id", request.jobId());
        payload.addMetric("dp." + what + ".progress", progress);
        payload.addMetric("dp." + what + ".status", status);
        payload.addMetric("dp." + what + ".error.message", error);
        return payload;
    }

    private void publish(String what, KuraPayload payload) {
        Map<String, Object> to = Map.of("appId", APP_ID, "messageType", what, "requestorClientId", request.requester());
        try {
            request.context().getNotificationPublisher().publish(new KuraMessage(payload, to));
        } catch (KuraException e) {
            LOG.error("The state of {} is not told: {}", what, e.getMessage());
        }
    }
}
