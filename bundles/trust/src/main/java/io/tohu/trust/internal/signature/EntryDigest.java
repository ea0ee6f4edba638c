/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust.internal.signature;

import io.tohu.trust.internal.RefusedException;
import io.tohu.trust.internal.content.Content;
import java.io.IOException;

/** Holds an entry against what a manifest says of it. */
final class EntryDigest {

    private EntryDigest() {}

    static void require(ManifestSections manifest, Content content, String name) throws IOException, RefusedException {
        Digests digests = of(manifest, name);
        if (!digests.match(content, name)) {
            throw new RefusedException(changed(name));
        }
    }

    static Digests of(ManifestSections manifest, String name) throws RefusedException {
        if (!manifest.has(name)) {
            throw new RefusedException(
                    name + " was added after signing. Do not use this file; get it again from its source.");
        }
        Digests digests = Digests.among(header -> manifest.header(name, header), "-Digest", name);
        if (digests.none()) {
            throw new RefusedException(name + " has no SHA-256 or stronger digest. Have the file signed again.");
        }
        return digests;
    }

    static String changed(String name) {
        return name + " was changed after signing. Do not use this file; get it again from its source.";
    }
}
