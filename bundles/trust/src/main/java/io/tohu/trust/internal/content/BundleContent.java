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
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;

/**
 * An installed bundle, entry by entry.
 *
 * <p>Only methods that neither make the framework resolve the bundle nor look into its fragments are used: a bundle is
 * judged before it may resolve.
 */
public final class BundleContent implements Content {

    private final Bundle bundle;
    private final Limits limits;
    private final Names names = new Names();

    /** @throws RefusedException when a name of an entry is ambiguous */
    public BundleContent(Bundle bundle, Limits limits) throws RefusedException {
        this.bundle = bundle;
        this.limits = limits;
        Deque<String> folders = new ArrayDeque<>(List.of("/"));
        while (!folders.isEmpty()) {
            Enumeration<String> paths = bundle.getEntryPaths(folders.remove());
            while (paths != null && paths.hasMoreElements()) {
                String path = paths.nextElement();
                names.add(path);
                if (path.endsWith("/")) {
                    folders.add(path);
                }
            }
        }
    }

    @Override
    public Set<String> names() {
        return names.files();
    }

    @Override
    public void read(String name, Receiver receiver) throws IOException, RefusedException {
        URL entry = bundle.getEntry(name);
        if (entry == null) {
            throw new FileNotFoundException(Names.shown(name));
        }
        try (InputStream in = entry.openStream()) {
            limits.read(in, receiver);
        }
    }

    /** Nothing is held open. */
    @Override
    public void close() {}
}
