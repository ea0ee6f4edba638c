/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.wire.graph;

/** Property names of wire components and of the graph. */
public enum Constants {
    WIRE_EMITTER_PORT_PROP_NAME("emitter.port"),
    WIRE_RECEIVER_PORT_PROP_NAME("receiver.port"),
    RECEIVER_PORT_COUNT_PROP_NAME("receiver.port.count"),
    EMITTER_PORT_COUNT_PROP_NAME("emitter.port.count"),
    RECEIVER_KURA_SERVICE_PID_PROP_NAME("receiver.kura.service.pid"),
    EMITTER_KURA_SERVICE_PID_PROP_NAME("emitter.kura.service.pid");

    private final String value;

    Constants(String value) {
        this.value = value;
    }

    public String value() {
        return value;
    }

    /**
     * The constant with that value.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Constants fromValue(String value) {
        for (Constants constant : values()) {
            if (constant.value.equals(value)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no Constants has the value " + value);
    }
}
