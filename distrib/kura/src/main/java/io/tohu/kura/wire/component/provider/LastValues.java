/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.wire.component.provider;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.type.TypedValue;

/** The last value of each channel, to emit changes only; a failure always counts as a change, and so does the value after it. */
final class LastValues {

    private final Map<String, TypedValue<?>> values = new HashMap<>();

    synchronized List<ChannelRecord> changed(List<ChannelRecord> records) {
        return records.stream().filter(this::update).toList();
    }

    private boolean update(ChannelRecord record) {
        if (record.getChannelStatus().getChannelFlag() != ChannelFlag.SUCCESS) {
            values.remove(record.getChannelName());
            return true;
        }
        return !Objects.equals(values.put(record.getChannelName(), record.getValue()), record.getValue());
    }
}
