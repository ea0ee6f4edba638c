/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.asset.provider;

import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.listener.ChannelEvent;
import org.eclipse.kura.channel.listener.ChannelListener;

/**
 * A listener as the driver sees it: hands the event on with scale and offset applied to a copy of the record.
 *
 * @param channel what is listened to
 * @param listener who wants to know
 */
record ScalingListener(Channel channel, ChannelListener listener) implements ChannelListener {

    @Override
    public void onChannelEvent(ChannelEvent event) {
        ChannelRecord original = event.getChannelRecord();
        if (!Scaling.applies(original, channel)) {
            listener.onChannelEvent(event);
            return;
        }
        ChannelRecord copy = ChannelRecord.createReadRecord(original.getChannelName(), original.getValueType());
        copy.setValue(original.getValue());
        if (original.getChannelConfig() != null) {
            copy.setChannelConfig(original.getChannelConfig());
        }
        if (original.getChannelStatus() != null) {
            copy.setChannelStatus(original.getChannelStatus());
        }
        copy.setTimestamp(original.getTimestamp());
        Scaling.apply(copy, channel);
        listener.onChannelEvent(new ChannelEvent(copy));
    }
}
