/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.resolve;

/** The processors that packages with native code are made for. */
enum Processor {
    X64("linux-x64", "x86-64,x86_64,amd64,em64t", 0x3e),
    AARCH64("linux-aarch64", "aarch64,arm64", 0xb7);

    private final String suffix;
    private final String names;
    private final int elfMachine;

    Processor(String suffix, String names, int elfMachine) {
        this.suffix = suffix;
        this.names = names;
        this.elfMachine = elfMachine;
    }

    /** What the names of its packages contain. */
    String suffix() {
        return suffix;
    }

    /** {@code e_machine} of a library for it (ELF specification). */
    int elfMachine() {
        return elfMachine;
    }

    /** The capability of a framework on it; names as OSGi knows them. */
    String nativeCapability() {
        return "osgi.native;osgi.native.osname:List<String>=\"Linux\";osgi.native.processor:List<String>=\"" + names
                + "\";osgi.native.osversion:Version=\"5.10\";osgi.native.language=\"en\"";
    }
}
