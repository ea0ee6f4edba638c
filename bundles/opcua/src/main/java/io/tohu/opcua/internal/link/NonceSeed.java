/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.link;

import org.eclipse.milo.opcua.stack.core.util.NonceUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Milo seeds its random numbers once, in a thread that reports with a method of SLF4J 2. Gateways have SLF4J 1.7, where
 * that thread, its work done, ends with an error on the console. Begun from here it ends quietly: threads hand their
 * group on to those they start, and a group decides what becomes of their errors.
 */
final class NonceSeed {

    private static final Logger LOG = LoggerFactory.getLogger(NonceSeed.class);

    private NonceSeed() {}

    /** Returns when the random numbers are seeded; after the first time at once. */
    @SuppressWarnings("removal")
    static void ensure() throws InterruptedException {
        ThreadGroup quiet = new ThreadGroup("opcua-nonce-seed") {
            @Override
            public void uncaughtException(Thread thread, Throwable error) {
                LOG.debug("{} ended with an error", thread.getName(), error);
            }
        };
        Thread starter = new Thread(quiet, NonceUtil::enableSecureRandom, "opcua-nonce-seed");
        starter.start();
        starter.join();
        Thread[] seeding = new Thread[quiet.activeCount() + 1];
        int count = quiet.enumerate(seeding);
        for (int i = 0; i < count; i++) {
            seeding[i].join();
        }
        // Java 17 keeps groups, and with them this bundle's classes, until they are destroyed; later ones need not.
        quiet.destroy();
    }
}
