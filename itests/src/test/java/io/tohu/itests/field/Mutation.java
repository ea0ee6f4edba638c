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

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Ways to spoil what a server sent, by chance that a seed repeats. */
enum Mutation {
    ONE_BIT {
        @Override
        byte[] of(byte[] sent, byte[] before, Random random) {
            byte[] spoilt = sent.clone();
            spoilt[random.nextInt(spoilt.length)] ^= (byte) (1 << random.nextInt(8));
            return spoilt;
        }
    },
    ONE_BYTE {
        @Override
        byte[] of(byte[] sent, byte[] before, Random random) {
            byte[] spoilt = sent.clone();
            spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
            return spoilt;
        }
    },
    /** Among the first bytes, where type, length and addresses are. */
    HEADER_BYTE {
        @Override
        byte[] of(byte[] sent, byte[] before, Random random) {
            byte[] spoilt = sent.clone();
            spoilt[random.nextInt(Math.min(9, spoilt.length))] = (byte) random.nextInt(256);
            return spoilt;
        }
    },
    CUT_OFF {
        @Override
        byte[] of(byte[] sent, byte[] before, Random random) {
            return Arrays.copyOf(sent, random.nextInt(sent.length));
        }
    },
    BYTES_BEFORE {
        @Override
        byte[] of(byte[] sent, byte[] before, Random random) {
            return joined(some(1 + random.nextInt(12), random), sent);
        }
    },
    BYTES_AFTER {
        @Override
        byte[] of(byte[] sent, byte[] before, Random random) {
            return joined(sent, some(1 + random.nextInt(12), random));
        }
    },
    BYTES_MISSING {
        @Override
        byte[] of(byte[] sent, byte[] before, Random random) {
            int from = random.nextInt(sent.length);
            int to = Math.min(sent.length, from + 1 + random.nextInt(4));
            return joined(Arrays.copyOf(sent, from), Arrays.copyOfRange(sent, to, sent.length));
        }
    },
    TWICE {
        @Override
        byte[] of(byte[] sent, byte[] before, Random random) {
            return joined(sent, sent);
        }
    },
    THE_ONE_BEFORE {
        @Override
        byte[] of(byte[] sent, byte[] before, Random random) {
            return before;
        }
    },
    THE_ONE_BEFORE_FIRST {
        @Override
        byte[] of(byte[] sent, byte[] before, Random random) {
            return joined(before, sent);
        }
    },
    NOISE {
        @Override
        byte[] of(byte[] sent, byte[] before, Random random) {
            return some(sent.length, random);
        }
    };

    /**
     * What comes instead of what was sent.
     *
     * @param sent at least one byte
     * @param before what the server sent before that
     */
    abstract byte[] of(byte[] sent, byte[] before, Random random);

    /** One by chance. */
    static Mutation any(Random random) {
        return values()[random.nextInt(values().length)];
    }

    private static byte[] some(int length, Random random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first);
        bytes.writeBytes(second);
        return bytes.toByteArray();
    }
}
