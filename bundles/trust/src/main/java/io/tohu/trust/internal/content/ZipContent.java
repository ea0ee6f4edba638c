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
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A zip file through its directory, which is how a framework reads a bundle.
 *
 * <p>The file is also read from its beginning, as a stream is: entries that only one of the two readers sees are
 * refused.
 */
public final class ZipContent implements Content {

    private final Limits limits;
    private final ZipFile zip;
    private final Names names = new Names();

    /** @throws RefusedException when the file means different things to different readers */
    public ZipContent(Path file, Limits limits) throws IOException, RefusedException {
        this.limits = limits;
        Set<String> streamed = streamed(file, limits);
        limits.again();
        zip = new ZipFile(file.toFile());
        try {
            requireSame(streamed);
        } catch (RefusedException e) {
            zip.close();
            throw e;
        }
    }

    private void requireSame(Set<String> streamed) throws RefusedException {
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            names.add(entry.getName());
            if (entry.isDirectory() && entry.getSize() > 0) {
                throw new RefusedException("The folder " + Names.shown(entry.getName()) + " has content of its own.");
            }
        }
        if (!streamed.equals(names.all())) {
            throw new RefusedException(
                    "Its directory names other entries than it holds, so that two readers would see two"
                            + " different files. Build and sign it again.");
        }
    }

    private static Set<String> streamed(Path file, Limits limits) throws IOException, RefusedException {
        try (ZipStream stream = new ZipStream(file, limits)) {
            while (stream.next() != null) {
                // Only the names count here.
            }
            return stream.all();
        }
    }

    @Override
    public Set<String> names() {
        return names.files();
    }

    @Override
    public void read(String name, Receiver receiver) throws IOException, RefusedException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new FileNotFoundException(Names.shown(name));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            limits.read(in, receiver);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
