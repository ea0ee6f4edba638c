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

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Date;
import org.eclipse.kura.message.KuraPosition;

/** A position: latitude 1, longitude 2, altitude 3, precision 4, heading 5, speed 6, timestamp 7, satellites 8, status 9. */
final class PositionCodec {

    private PositionCodec() {}

    static byte[] encode(KuraPosition position) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        Double[] values = {
            position.getLatitude(),
            position.getLongitude(),
            position.getAltitude(),
            position.getPrecision(),
            position.getHeading(),
            position.getSpeed()
        };
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                out.writeDouble(i + 1, values[i]);
            }
        }
        if (position.getTimestamp() != null) {
            out.writeInt64(7, position.getTimestamp().getTime());
        }
        if (position.getSatellites() != null) {
            out.writeInt32(8, position.getSatellites());
        }
        if (position.getStatus() != null) {
            out.writeInt32(9, position.getStatus());
        }
        out.flush();
        return bytes.toByteArray();
    }

    static KuraPosition decode(byte[] bytes) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        KuraPosition position = new KuraPosition();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> position.setLatitude(in.readDouble());
                case 2 -> position.setLongitude(in.readDouble());
                case 3 -> position.setAltitude(in.readDouble());
                case 4 -> position.setPrecision(in.readDouble());
                case 5 -> position.setHeading(in.readDouble());
                case 6 -> position.setSpeed(in.readDouble());
                case 7 -> position.setTimestamp(new Date(in.readInt64()));
                case 8 -> position.setSatellites(in.readInt32());
                case 9 -> position.setStatus(in.readInt32());
                default -> in.skipField(tag);
            }
        }
        return position;
    }
}
