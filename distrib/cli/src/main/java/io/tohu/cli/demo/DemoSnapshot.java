/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.demo;

import io.tohu.cli.process.Layout;
import io.tohu.cli.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configuration in kura-config, moved to the ports of this run. */
public final class DemoSnapshot {

    private DemoSnapshot() {}

    /** Writes {@code snapshot.xml} to the folder and returns it. */
    public static Path forPorts(Layout layout, Ports ports, Path folder) throws IOException {
        String xml = Files.readString(layout.demoSnapshot());
        Ports written = new Ports(Ports.DEFAULT_BASE);
        String moved = xml.replace("127.0.0.1:" + written.opcUa(), "127.0.0.1:" + ports.opcUa())
                .replace("127.0.0.1:" + written.mqtt(), "127.0.0.1:" + ports.mqtt())
                .replace("<esf:value>" + written.modbus() + "<", "<esf:value>" + ports.modbus() + "<");
        return Files.writeString(folder.resolve("snapshot.xml"), moved);
    }
}
