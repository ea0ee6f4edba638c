/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.peer;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/** Both servers in a process of their own: {@code PeerMain <OPC UA port> <Modbus port> <values>}. Ends with a signal. */
public final class PeerMain {

    /** The line that says they listen. */
    public static final String READY = "peers ready";

    private PeerMain() {}

    /** The id of an OPC UA variable; Modbus has it at the address {@code index}. */
    public static String variable(int index) {
        return "v" + index;
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        int values = Integer.parseInt(args[2]);
        OpcUaPeer opcUa = new OpcUaPeer(Integer.parseInt(args[0]));
        for (int i = 0; i < values; i++) {
            opcUa.add(variable(i), (double) i);
        }
        opcUa.start();
        new ModbusPeer(Integer.parseInt(args[1]), values).start();
        System.out.println(READY);
        // The servers' own threads do not keep a process.
        new CountDownLatch(1).await();
    }
}
