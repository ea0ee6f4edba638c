/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.drivers;

import io.tohu.bench.Bench;
import io.tohu.bench.Goal;
import io.tohu.bench.Percentiles;
import io.tohu.bench.Row;
import io.tohu.bench.peer.PtyPair;
import io.tohu.bench.peer.WireTimeDevice;
import io.tohu.bench.standalone.Channels;
import io.tohu.bench.standalone.DriverHost;
import io.tohu.cli.process.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.driver.PreparedRead;

/** The Modbus driver on a serial port beside what the wire can carry. */
final class SerialModbus implements Bench.Part {

    private static final int BAUD = 115_200;
    private static final int REGISTERS = 1000;
    private static final int BLOCK = 125;
    private static final double LEAST = 0.95;
    private static final int WARM_UPS = 1;
    private static final int ROUNDS = 5;
    private static final long ROUND_MILLIS = 2000;

    private final Layout layout;

    SerialModbus(Layout layout) {
        this.layout = layout;
    }

    @Override
    public String title() {
        return "Modbus driver on a serial line beside the wire";
    }

    @Override
    public List<Row> measure() throws IOException, InterruptedException {
        Path folder = layout.emptied("bench-work/drivers-serial");
        try (PtyPair line = new PtyPair(folder);
                WireTimeDevice device = new WireTimeDevice(line.far(), BAUD);
                DriverHost host = new DriverHost(folder)) {
            PreparedRead prepared = host.modbus(
                            "serial",
                            Map.of(
                                    "framing",
                                    "RTU",
                                    "serial.port",
                                    line.near().toString(),
                                    "serial.baud.rate",
                                    BAUD,
                                    "serial.parity",
                                    "EVEN"))
                    .driver()
                    .prepareRead(Channels.registers(0, REGISTERS));
            double[] rates = new double[ROUNDS];
            for (int i = -WARM_UPS; i < ROUNDS; i++) {
                double rate = Load.working(ROUND_MILLIS, () -> DirectOpcUa.read(prepared))
                        .perSecond();
                if (i >= 0) {
                    rates[i] = rate;
                }
            }
            double limit = device.limit(BLOCK);
            return List.of(Row.of(
                            "Modbus RTU at " + BAUD + " baud, wire time simulated, beside the wire's limit",
                            "registers/s",
                            new Percentiles(rates).median(),
                            limit)
                    .withGoal(Goal.atLeast(LEAST * limit)));
        }
    }
}
