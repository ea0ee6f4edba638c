/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.cloud;

import java.time.Duration;
import java.util.Date;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.data.DataService;
import org.eclipse.kura.message.KuraPayload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the messages about the gateway's life: at once, or some time after the last change. */
final class Lifecycle {

    /** How long Kura waits for more changes. */
    static final Duration KURAS_DELAY = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);
    private static final int PRIORITY = 0;
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int NONE = -1;

    private final DataService data;
    private final Duration delay;
    private final ScheduledExecutorService thread;
    private ScheduledFuture<?> soon;
    private boolean birthPending;
    private boolean appsPending;
    private final Object awaiting = new Object();
    private int awaited = NONE;

    Lifecycle(String name, DataService data, Duration delay) {
        this.data = data;
        this.delay = delay;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "lifecycle-" + name));
    }

    void tellBirthNow(CloudOptions options, KuraPayload payload) {
        tell(options, "MQTT/BIRTH", payload, 1);
    }

    void tellDisconnect(CloudOptions options) {
        tell(options, "MQTT/DC", LifecyclePayloads.disconnect(options), 0);
    }

    synchronized void tellBirthSoon(Supplier<CloudOptions> options, Supplier<KuraPayload> payload) {
        birthPending = true;
        restart(options, payload);
    }

    synchronized void tellAppsSoon(Supplier<CloudOptions> options, Supplier<KuraPayload> payload) {
        appsPending = true;
        restart(options, payload);
    }

    private void restart(Supplier<CloudOptions> options, Supplier<KuraPayload> payload) {
        if (soon != null) {
            soon.cancel(false);
        }
        if (!thread.isShutdown()) {
            soon = thread.schedule(
                    () -> tellPending(options.get(), payload.get()), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void tellPending(CloudOptions options, KuraPayload payload) {
        boolean birth;
        boolean apps;
        synchronized (this) {
            birth = birthPending;
            apps = appsPending;
            birthPending = false;
            appsPending = false;
        }
        if (birth) {
            tell(options, "MQTT/BIRTH", payload, 1);
        }
        if (apps) {
            tell(options, "MQTT/APPS", payload, 1);
        }
    }

    /** Gives the message to the queue and waits for a moment, so that it is out before what comes next. */
    private void tell(CloudOptions options, String what, KuraPayload payload, int qos) {
        payload.setTimestamp(new Date());
        byte[] bytes = PayloadCodec.encode(payload, options.gzip());
        synchronized (awaiting) {
            try {
                awaited = data.publish(options.ownControlTopic(what), bytes, qos, false, PRIORITY);
                long deadline = System.nanoTime() + LONGEST_WAIT_NANOS;
                for (long left = LONGEST_WAIT_NANOS; awaited != NONE && left > 0; left = deadline - System.nanoTime()) {
                    TimeUnit.NANOSECONDS.timedWait(awaiting, left);
                }
            } catch (KuraException e) {
                LOG.warn("{} is not sent: {}", what, e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                awaited = NONE;
            }
        }
    }

    void onMessagePublished(int messageId) {
        synchronized (awaiting) {
            if (awaited == messageId) {
                awaited = NONE;
                awaiting.notifyAll();
            }
        }
    }

    void close() {
        thread.shutdownNow();
    }
}
