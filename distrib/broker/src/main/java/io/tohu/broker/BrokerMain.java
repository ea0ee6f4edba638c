/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.broker;

import java.util.concurrent.CountDownLatch;

/** The broker as a process: {@code BrokerMain <port>}; prints {@code broker ready mqtt=<port>} when it listens. */
public final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        EmbeddedBroker broker = new EmbeddedBroker(port);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker, stopped), "broker-stop"));
        System.out.println("broker ready mqtt=" + port);
        stopped.await();
    }

    private static void stop(EmbeddedBroker broker, CountDownLatch stopped) {
        try {
            broker.stop();
        } catch (Exception e) {
            System.err.println("broker: did not stop cleanly: " + e.getMessage());
        } finally {
            stopped.countDown();
        }
    }
}
