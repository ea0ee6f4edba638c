/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;

/** Channels as an asset hands them over: every setting as text. */
final class Channels {

    private Channels() {}

    /** @param more pairs of field and value */
    static Map<String, Object> settings(String name, String table, int address, String type, Object... more) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("+name", name);
        settings.put("+value.type", "DOUBLE");
        settings.put("unit.id", "1");
        settings.put("table", table);
        settings.put("address", Integer.toString(address));
        settings.put("data.type", type);
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i].toString(), more[i + 1].toString());
        }
        return settings;
    }

    static ChannelRecord toRead(DataType as, String table, int address, String type, Object... more) {
        String name = table + "-" + address;
        ChannelRecord record = ChannelRecord.createReadRecord(name, as);
        record.setChannelConfig(settings(name, table, address, type, more));
        return record;
    }

    static ChannelRecord holding(int address) {
        return toRead(DataType.INTEGER, "HOLDING_REGISTER", address, "UINT16");
    }

    static ChannelRecord toWrite(TypedValue<?> value, String table, int address, String type, Object... more) {
        String name = table + "-" + address;
        ChannelRecord record = ChannelRecord.createWriteRecord(name, value);
        record.setChannelConfig(settings(name, table, address, type, more));
        return record;
    }
}
