/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.channel;

/** What a channel carries. */
public enum ChannelKind {
    /** The value of a node. */
    VALUE("Value of the node"),
    /** The status code of a node's value: its number, or its name as a STRING. */
    STATUS_CODE("Status code of the node"),
    /** How often the server dropped values of channels that are listened to because their queue was full. */
    OVERFLOWS("Queue overflows, all channels"),
    /** How often values of channels that are listened to may have been lost with a session or on the way. */
    GAPS("Gaps, all channels"),
    /** Whether there is a session; as a STRING why not. */
    CONNECTED("Connection state"),
    /** How long the server takes to answer, in milliseconds. */
    ROUND_TRIP("Round trip (ms)");

    private final String label;

    ChannelKind(String label) {
        this.label = label;
    }

    /** As the form shows it. */
    public String label() {
        return label;
    }

    /** Whether it is about a node, rather than about the driver. */
    public boolean ofNode() {
        return this == VALUE || this == STATUS_CODE;
    }
}
