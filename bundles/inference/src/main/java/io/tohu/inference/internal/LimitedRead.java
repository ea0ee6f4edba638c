/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference.internal;

import java.io.IOException;
import java.io.InputStream;

/** Reads what somebody else packed: a few bytes may unpack to many. */
final class LimitedRead {

    private LimitedRead() {}

    static byte[] read(InputStream in, String what, int limit) throws IOException, ModelRefusedException {
        byte[] bytes = in.readNBytes(limit);
        if (in.read() >= 0) {
            throw new ModelRefusedException(what + " is larger than " + (limit >> 20) + " MiB");
        }
        return bytes;
    }
}
