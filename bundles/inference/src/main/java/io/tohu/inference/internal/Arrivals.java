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

import io.tohu.inference.ModelStatus;
import io.tohu.inference.ModelStatus.State;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is being looked at, or was refused, by source. */
final class Arrivals {

    private static final Logger logger = LoggerFactory.getLogger(Arrivals.class);

    private static final int MAX_REASON = 500;

    private final LifeCycleListener listener;
    private final Map<String, ModelStatus> statuses = new ConcurrentSkipListMap<>();
    private final Map<String, ModelSource> refused = new ConcurrentSkipListMap<>();

    Arrivals(LifeCycleListener listener) {
        this.listener = listener;
    }

    Collection<ModelStatus> statuses() {
        return statuses.values();
    }

    /** The sources whose latest try was refused. */
    Map<String, ModelSource> refused() {
        return Map.copyOf(refused);
    }

    void at(String key, ModelSource source, State state) {
        put(
                key,
                new ModelStatus(
                        oneLine(source.announcedName()),
                        oneLine(source.announcedVersion()),
                        state,
                        "",
                        source.origin()));
    }

    /** Tells a refusal, and gives the reason as it is told. */
    String refused(String key, ModelSource source, String why) {
        String reason = oneLine(why);
        ModelStatus status = new ModelStatus(
                oneLine(source.announcedName()),
                oneLine(source.announcedVersion()),
                State.REFUSED,
                reason,
                source.origin());
        refused.put(key, source);
        logger.warn("Model {} {} from {} is refused: {}", status.name(), status.version(), status.origin(), reason);
        put(key, status);
        return reason;
    }

    private void put(String key, ModelStatus status) {
        statuses.put(key, status);
        listener.changed(status);
    }

    /** Forgets a source: it was accepted, or is gone. */
    void done(String key) {
        statuses.remove(key);
        refused.remove(key);
    }

    /** A reason may quote a bundle's own text: in the log it must stay one line, and a short one. */
    private static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= MAX_REASON ? line : line.substring(0, MAX_REASON) + " …";
    }
}
