/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal.crash;

import io.tohu.outbox.internal.log.DurableQueue;
import io.tohu.outbox.internal.log.StoredView;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Messages that are known by a number: everything in them follows from it. */
final class Traffic {

    private Traffic() {}

    static String topic(long number) {
        return "plant/" + number;
    }

    static long number(StoredView view) {
        return Long.parseLong(view.message().topic().substring("plant/".length()));
    }

    static byte[] payload(long number) {
        Random random = new Random(number);
        byte[] payload = new byte[random.nextInt(20) == 0 ? random.nextInt(4000) : random.nextInt(300)];
        random.nextBytes(payload);
        byte[] text = topic(number).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, payload, 0, Math.min(text.length, payload.length));
        return payload;
    }

    static int qos(long number) {
        return number % 5 == 0 ? 0 : 1;
    }

    static int priority(long number) {
        return number % 11 == 0 ? 1 : number % 7 == 0 ? 7 : 5;
    }

    static int store(DurableQueue queue, long number) throws Exception {
        return queue.store(topic(number), payload(number), qos(number), number % 3 == 0, priority(number));
    }

    /** Whether a message is exactly the one of its number. */
    static boolean isGenuine(StoredView view) {
        long number = number(view);
        return java.util.Arrays.equals(view.message().payload(), payload(number))
                && view.message().qos() == qos(number)
                && view.message().retain() == (number % 3 == 0)
                && view.message().priority() == priority(number);
    }
}
