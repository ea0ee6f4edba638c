/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.channel;

/** What may be done with a channel. */
public enum ChannelType {
    READ,
    READ_WRITE,
    WRITE;

    /**
     * The constant of that name, in any case of letters.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ChannelType getChannelType(String name) {
        for (ChannelType constant : values()) {
            if (constant.name().equalsIgnoreCase(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no ChannelType is called " + name);
    }
}
