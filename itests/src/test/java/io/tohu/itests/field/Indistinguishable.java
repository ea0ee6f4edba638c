/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.field;

import io.tohu.bench.peer.Crc16;
import io.tohu.bench.peer.ModbusPeer;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Looks for a Modbus reply that is whole by the protocol's own measure, whatever its values. */
final class Indistinguishable {

    private static final int MBAP_AND_COUNT = 9;
    private static final int UNIT_AND_COUNT = 3;

    private Indistinguishable() {}

    /**
     * Whether what arrived contains a reply that fits the request and carries these registers.
     *
     * @param delivered what arrived
     * @param honest the true reply, of which unit, function, length and the like are taken
     */
    static boolean in(byte[] delivered, byte[] honest, int[] registers, ModbusPeer.Framing framing) {
        boolean tcp = framing == ModbusPeer.Framing.TCP;
        int head = tcp ? MBAP_AND_COUNT : UNIT_AND_COUNT;
        ByteBuffer whole = ByteBuffer.allocate(head + 2 * registers.length + (tcp ? 0 : 2));
        whole.put(honest, 0, head);
        for (int register : registers) {
            whole.putShort((short) register);
        }
        if (!tcp) {
            int crc = Crc16.of(whole.array(), whole.position());
            whole.put((byte) crc).put((byte) (crc >> 8));
        }
        byte[] wanted = whole.array();
        for (int from = 0; from + wanted.length <= delivered.length; from++) {
            if (Arrays.equals(delivered, from, from + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
