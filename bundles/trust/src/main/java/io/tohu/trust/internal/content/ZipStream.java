/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust.internal.content;

import io.tohu.trust.internal.RefusedException;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A zip file from its beginning to its end, entry by entry; only the entry it stands at can be read, once. */
public final class ZipStream implements Content {

    private final Limits limits;
    private final ZipInputStream in;
    private final Names names = new Names();
    private String current;

    public ZipStream(Path file, Limits limits) throws IOException {
        this.limits = limits;
        this.in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)));
    }

    /**
     * Goes to the next entry.
     *
     * @return its name, null at the end
     * @throws RefusedException when its name is ambiguous
     */
    public String next() throws IOException, RefusedException {
        if (current != null) {
            limits.read(in, (buffer, length) -> {});
        }
        ZipEntry entry = in.getNextEntry();
        current = entry == null ? null : entry.getName();
        if (current != null) {
            names.add(current);
        }
        return current;
    }

    /** The files met so far. */
    @Override
    public Set<String> names() {
        return names.files();
    }

    Set<String> all() {
        return names.all();
    }

    @Override
    public void read(String name, Receiver receiver) throws IOException, RefusedException {
        if (!name.equals(current)) {
            throw new FileNotFoundException(Names.shown(name));
        }
        limits.read(in, receiver);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
