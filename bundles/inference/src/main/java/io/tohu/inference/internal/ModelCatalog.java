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

import io.tohu.inference.ModelRegistry;
import io.tohu.inference.ModelStatus;
import io.tohu.inference.Scorer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every model version that arrived, and which is active for each name: the highest version that passed its gates, of
 * equal ones the first that came. A model that was refused changes nothing for the one that is active.
 */
final class ModelCatalog implements ModelRegistry {

    private static final Logger logger = LoggerFactory.getLogger(ModelCatalog.class);

    private static final int MAX_REASON = 500;

    private final Map<String, ModelSlot> slots = new ConcurrentHashMap<>();
    private final Map<Object, Arrival> arrivals = new LinkedHashMap<>();
    private ModelLoader loader;
    private boolean closed;

    ModelCatalog(ModelLoader loader) {
        this.loader = loader;
    }

    /**
     * Takes up what a source brings, in place of what the same source brought before.
     *
     * @param key identity of the source
     * @return the reason when it was refused
     */
    synchronized Optional<String> offer(Object key, ModelSource source) {
        if (closed) {
            return Optional.of("the inference bundle was stopped");
        }
        Arrival before = arrivals.get(key);
        LoadedModel old = before == null ? null : before.model();
        try {
            LoadedModel model = source.load(loader);
            arrivals.put(key, Arrival.accepted(source, model));
            settle(model.name());
            if (old != null) {
                settle(old.name());
                old.release();
            }
            return Optional.empty();
        } catch (ModelRefusedException e) {
            return refuse(key, source, old, e.getMessage());
        } catch (OutOfMemoryError e) {
            return refuse(key, source, old, "this gateway has not enough memory for it (" + e.getMessage() + ")");
        } catch (RuntimeException e) {
            // Sources are other people's files: whatever is wrong with one must not take the others along.
            logger.debug("{}", source.origin(), e);
            return refuse(key, source, old, "it could not be loaded: " + e);
        }
    }

    private Optional<String> refuse(Object key, ModelSource source, LoadedModel before, String why) {
        String reason = oneLine(why);
        arrivals.put(key, Arrival.refused(source, before, reason));
        logger.warn(
                "Model {} {} from {} is refused: {}",
                source.announcedName(),
                source.announcedVersion(),
                source.origin(),
                reason);
        return Optional.of(reason);
    }

    /** A reason may quote a bundle's own text: in the log it must stay one line, and a short one. */
    private static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= MAX_REASON ? line : line.substring(0, MAX_REASON) + " …";
    }

    /** Lets go of what a source brought. */
    synchronized boolean withdraw(Object key) {
        Arrival arrival = arrivals.remove(key);
        if (arrival != null && arrival.model() != null) {
            settle(arrival.model().name());
            arrival.model().release();
        }
        return arrival != null;
    }

    /** Whether a source is known, and not refused. */
    synchronized boolean has(Object key) {
        Arrival arrival = arrivals.get(key);
        return arrival != null && !arrival.refused();
    }

    /** Opens every model anew with other settings; one that fails goes on with its former session. */
    synchronized void reload(ModelLoader with) {
        loader = with;
        new ArrayList<>(arrivals.entrySet())
                .forEach(entry -> offer(entry.getKey(), entry.getValue().source()));
    }

    synchronized SessionSettings settings() {
        return loader.settings();
    }

    /** The slot of a name, also of one that no model has yet. */
    ModelSlot slot(String name) {
        return slots.computeIfAbsent(name, ModelSlot::new);
    }

    /** Names with an active version, in order. */
    List<String> activeNames() {
        TreeSet<String> names = new TreeSet<>();
        slots.values().stream().filter(slot -> slot.active() != null).forEach(slot -> names.add(slot.name()));
        return List.copyOf(names);
    }

    @Override
    public Scorer newScorer(String model) {
        return new WindowScorer(slot(model));
    }

    @Override
    public synchronized List<ModelStatus> models() {
        List<ModelStatus> statuses = new ArrayList<>();
        for (Arrival arrival : arrivals.values()) {
            if (arrival.model() != null) {
                statuses.add(arrival.status(slot(arrival.model().name()).active() == arrival.model()));
            }
            if (arrival.refused()) {
                statuses.add(arrival.refusal());
            }
        }
        statuses.sort(Comparator.comparing(ModelStatus::name).thenComparing(status -> version(status.version())));
        return List.copyOf(statuses);
    }

    /** Closes every session as soon as its last call has ended. */
    synchronized void close() {
        closed = true;
        new ArrayList<>(arrivals.keySet()).forEach(this::withdraw);
    }

    private void settle(String name) {
        LoadedModel best = null;
        for (Arrival arrival : arrivals.values()) {
            LoadedModel model = arrival.model();
            if (model != null
                    && model.name().equals(name)
                    && (best == null || version(model.version()).compareTo(version(best.version())) > 0)) {
                best = model;
            }
        }
        ModelSlot slot = slot(name);
        LoadedModel before = slot.active();
        if (best != before) {
            slot.activate(best);
            logger.info(
                    "Model {}: {} is active, was {}",
                    name,
                    best == null ? "none" : best.version(),
                    before == null ? "none" : before.version());
        }
    }

    private static Version version(String text) {
        try {
            return Version.parseVersion(text);
        } catch (IllegalArgumentException e) {
            return Version.emptyVersion;
        }
    }
}
