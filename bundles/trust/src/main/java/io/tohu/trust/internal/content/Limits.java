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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * How much of one archive is read before it is refused; one instance an archive, for one thread.
 *
 * <p>Counted is what comes out of the decompressor, so an archive that unpacks to much more than it weighs costs no more
 * than any other.
 */
public final class Limits {

    static final int NAMES = 65_535;
    static final int NAME_LENGTH = 1_024;

    private static final int BUFFER = 1 << 16;
    private static final long MEGABYTE = 1 << 20;

    private final long bytes;
    private long left;

    /** @param megabytes what all files together may unpack to */
    public Limits(int megabytes) {
        this.bytes = megabytes * MEGABYTE;
        this.left = bytes;
    }

    void read(InputStream in, Content.Receiver receiver) throws IOException, RefusedException {
        byte[] buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            left -= n;
            if (left < 0) {
                throw new RefusedException("It unpacks to more than " + bytes / MEGABYTE
                        + " MB. If that is what it should be, raise the limit in the settings of Tohu's trust.");
            }
            receiver.take(buffer, n);
        }
    }

    /** Begins to count anew, for another pass over the same archive. */
    void again() {
        left = bytes;
    }

    /**
     * Reads a small file whole.
     *
     * @throws RefusedException when it is larger than {@code most} bytes
     */
    public static byte[] small(Content content, String name, int most) throws IOException, RefusedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean[] over = {false};
        content.read(name, (buffer, length) -> {
            if (bytes.size() + length <= most) {
                bytes.write(buffer, 0, length);
            } else {
                over[0] = true;
            }
        });
        if (over[0]) {
            throw new RefusedException(name + " is larger than the " + most + " bytes such a file may have.");
        }
        return bytes.toByteArray();
    }
}
