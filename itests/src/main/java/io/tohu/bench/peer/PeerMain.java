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

import io.tohu.cli.process.JavaProcess;
import io.tohu.cli.process.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/**
 * Both servers in a process of their own: {@code PeerMain <OPC UA port> <Modbus port> <variables> <registers>}. There
 * are so many variables that rest, so many that change with every sample, and so many holding registers. Ends with a
 * signal.
 */
public final class PeerMain {

    /** The line that says they listen. */
    public static final String READY = "peers ready";

    private PeerMain() {}

    /** The id of an OPC UA variable that holds its index; Modbus has it at the address {@code index}. */
    public static String variable(int index) {
        return "v" + index;
    }

    /** The id of an OPC UA variable that changes with every sample. */
    public static String restless(int index) {
        return "c" + index;
    }

    /** The process, to be waited for and closed. */
    public static JavaProcess start(Layout layout, int opcUa, int modbus, int variables, int registers, Path logs)
            throws IOException {
        List<String> command =
                new ArrayList<>(List.of("-Xmx512m", "-cp", layout.classPath("itests"), PeerMain.class.getName()));
        IntStream.of(opcUa, modbus, variables, registers).forEach(number -> command.add(Integer.toString(number)));
        return new JavaProcess("peers", command, logs, READY::equals);
    }

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        int variables = Integer.parseInt(args[2]);
        OpcUaPeer opcUa = new OpcUaPeer(Integer.parseInt(args[0]));
        for (int i = 0; i < variables; i++) {
            opcUa.add(variable(i), (double) i);
            opcUa.addRestless(restless(i));
        }
        opcUa.start();
        new ModbusPeer(Integer.parseInt(args[1]), Integer.parseInt(args[3])).start();
        System.out.println(READY);
        // The servers' own threads do not keep a process.
        new CountDownLatch(1).await();
    }
}
