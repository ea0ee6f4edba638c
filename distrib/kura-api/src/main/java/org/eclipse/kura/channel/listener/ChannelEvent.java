/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.channel.listener;

import static java.util.Objects.requireNonNull;

import org.eclipse.kura.channel.ChannelRecord;
import org.osgi.annotation.versioning.ProviderType;

/** A value that a driver delivered on its own. */
@ProviderType
public class ChannelEvent {

    private final ChannelRecord channelRecord;

    public ChannelEvent(ChannelRecord channelRecord) {
        this.channelRecord = requireNonNull(channelRecord, "channelRecord");
    }

    public ChannelRecord getChannelRecord() {
        return channelRecord;
    }

    @Override
    public String toString() {
        return "ChannelEvent [channelRecord=" + channelRecord + "]";
    }
}
