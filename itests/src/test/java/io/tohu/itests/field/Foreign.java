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

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tohu.cli.process.Layout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs of others that tests start where they are installed; {@code .ci/run} installs them and insists on them. */
enum Foreign {
    NODE_OPCUA("node", "node_modules/node-opcua-server", "nodejs npm, then: npm ci --prefix itests/peers"),
    MODBUS_SERIAL("node", "node_modules/modbus-serial", "nodejs npm, then: npm ci --prefix itests/peers"),
    PYMODBUS("python3", "", "python3-pymodbus python3-serial python3-serial-asyncio"),
    SOCAT("socat", "", "socat");

    /** Set to {@code required} where a missing program is a failure instead of a reason to skip. */
    private static final String SWITCH = "TOHU_PEERS";

    private final String program;
    private final String module;
    private final String packages;

    Foreign(String program, String module, String packages) {
        this.program = program;
        this.module = module;
        this.packages = packages;
    }

    /** Skips the test that calls this where the program is missing, with a sentence that says what to install. */
    void require() {
        boolean present = !commands().isEmpty() && Files.exists(folder().resolve(module));
        String sentence = "not run without " + name().toLowerCase() + "; on Debian install " + packages;
        if (!present && "required".equals(System.getenv(SWITCH))) {
            fail(sentence);
        }
        assumeTrue(present, sentence);
    }

    /** The program itself. */
    Path command() {
        return commands().get(0);
    }

    /** Where the peers' scripts and modules are. */
    static Path folder() {
        return Layout.ofThisCheckout().home().resolve("itests/peers");
    }

    /** Debian's own Python first: another one on the path does not have Debian's packages. */
    private List<Path> commands() {
        String path = "/usr/bin" + File.pathSeparator + System.getenv("PATH");
        return Stream.of(path.split(File.pathSeparator))
                .map(entry -> Path.of(entry, program))
                .filter(Files::isExecutable)
                .filter(this::works)
                .limit(1)
                .toList();
    }

    private boolean works(Path command) {
        if (this != PYMODBUS) {
            return true;
        }
        try {
            return new ProcessBuilder(command.toString(), "-c", "import pymodbus, serial, serial_asyncio")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
