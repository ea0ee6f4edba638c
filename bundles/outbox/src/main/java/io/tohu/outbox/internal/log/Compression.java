/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Deflates payloads where it pays: only from a size on, only when an eighth is saved, and less and less often while it
 * is not.
 */
final class Compression {

    private static final int LONGEST_PAUSE = 64;

    private final int threshold;
    private int pause;
    private int skipped;

    /** @param threshold smallest payload in bytes that is tried; 0 for none */
    Compression(int threshold) {
        this.threshold = threshold;
    }

    /** The payload deflated, or the very same array when it is not worth it. */
    synchronized byte[] pack(byte[] payload) {
        if (threshold == 0 || payload.length < threshold || isGzip(payload) || skipped < pause) {
            skipped++;
            return payload;
        }
        skipped = 0;
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(payload);
            deflater.finish();
            byte[] packed = new byte[payload.length - payload.length / 8];
            int length = deflater.deflate(packed);
            if (!deflater.finished()) {
                pause = Math.min(LONGEST_PAUSE, pause * 2 + 1);
                return payload;
            }
            pause = 0;
            return java.util.Arrays.copyOf(packed, length);
        } finally {
            deflater.end();
        }
    }

    private static boolean isGzip(byte[] payload) {
        return payload.length > 1 && payload[0] == 0x1f && payload[1] == (byte) 0x8b;
    }

    static byte[] unpack(byte[] packed) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream payload = new ByteArrayOutputStream(packed.length * 3);
            byte[] chunk = new byte[8192];
            while (!inflater.finished()) {
                int count = inflater.inflate(chunk);
                if (count == 0) {
                    throw new IOException("the compressed payload ends too early");
                }
                payload.write(chunk, 0, count);
            }
            return payload.toByteArray();
        } catch (DataFormatException e) {
            throw new IOException("the compressed payload is damaged", e);
        } finally {
            inflater.end();
        }
    }
}
