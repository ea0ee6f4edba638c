/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.serial;

import io.tohu.modbus.internal.link.Link;
import io.tohu.modbus.internal.link.LinkFactory;
import io.tohu.modbus.internal.link.LostReply;
import io.tohu.modbus.internal.link.PortException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Links over one serial port, which this driver then has to itself. */
public final class SerialLinks implements LinkFactory {

    private final SerialLine line;
    private final String owner;
    private final SerialPorts ports;
    private final Executor workers;

    /**
     * @param owner name of the driver, for others that want the port
     * @param workers open ports, which may take a while
     */
    public SerialLinks(SerialLine line, String owner, SerialPorts ports, Executor workers) {
        this.line = line;
        this.owner = owner;
        this.ports = ports;
        this.workers = workers;
    }

    @Override
    public String peer() {
        return line.toString();
    }

    @Override
    public LostReply lostReply() {
        return LostReply.WAITED_OUT;
    }

    @Override
    public CompletableFuture<Link> open() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return ports.open(line, owner);
                    } catch (PortException e) {
                        throw new CompletionException(e);
                    }
                },
                workers);
    }
}
