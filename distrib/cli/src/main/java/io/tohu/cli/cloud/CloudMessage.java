/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.cloud;

import java.util.Map;

/**
 * A message as the cloud sees it.
 *
 * @param topic full MQTT topic
 * @param metrics the payload's metrics by name: Double, Float, Long, Integer, Boolean, String or byte[]
 * @param bytes length of topic and payload on the wire, MQTT's own header aside
 * @param receivedAt when it arrived, ms since the epoch
 */
public record CloudMessage(String topic, Map<String, Object> metrics, int bytes, long receivedAt) {

    public CloudMessage {
        metrics = Map.copyOf(metrics);
    }

    /** A metric as a number, NaN when it is not there or none. */
    public double number(String metric) {
        return metrics.get(metric) instanceof Number n ? n.doubleValue() : Double.NaN;
    }

    /** A metric as text, empty when it is not there. */
    public String text(String metric) {
        return String.valueOf(metrics.getOrDefault(metric, ""));
    }

    public boolean flag(String metric) {
        return Boolean.TRUE.equals(metrics.get(metric));
    }
}
