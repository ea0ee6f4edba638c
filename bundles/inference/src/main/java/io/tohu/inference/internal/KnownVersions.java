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

import io.tohu.inference.LifeCycleException;
import io.tohu.inference.ModelStatus;
import io.tohu.inference.ModelStatus.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The versions of one model name, which source carries which, and their sessions. Only reading is thread-safe. */
final class KnownVersions {

    private static final Logger logger = LoggerFactory.getLogger(KnownVersions.class);

    private final String name;
    private final LineContext context;
    private final List<ModelVersion> versions = new ArrayList<>();
    /** What each source carries now. */
    private final Map<String, ModelVersion> carried = new LinkedHashMap<>();

    KnownVersions(String name, LineContext context) {
        this.name = name;
        this.context = context;
    }

    synchronized List<ModelStatus> statuses() {
        return versions.stream().map(ModelVersion::status).toList();
    }

    synchronized boolean isEmpty() {
        return versions.isEmpty();
    }

    synchronized List<ModelVersion> all() {
        return List.copyOf(versions);
    }

    synchronized void restore(List<ModelVersion> kept, Map<String, String> digests) {
        versions.addAll(kept);
        digests.forEach((source, digest) -> kept.stream()
                .filter(version -> version.digest.equals(digest))
                .findFirst()
                .ifPresent(version -> carried.put(source, version)));
    }

    synchronized void add(ModelVersion version) {
        versions.add(version);
    }

    synchronized void removeAll(List<ModelVersion> gone) {
        versions.removeAll(gone);
    }

    ModelVersion first(State state) {
        return all().stream()
                .filter(version -> version.state == state)
                .findFirst()
                .orElse(null);
    }

    /** The version of the same content; null when there is none. */
    ModelVersion same(String version, String digest) {
        return all().stream()
                .filter(known -> known.digest.equals(digest) && known.version.equals(version))
                .findFirst()
                .orElse(null);
    }

    /** The version with other content under the same number that another source carries. */
    synchronized Optional<ModelVersion> conflict(String source, String version, String digest) {
        return carried.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(source))
                .map(Map.Entry::getValue)
                .filter(other -> other.version.equals(version) && !other.digest.equals(digest))
                .findFirst();
    }

    /** The version that a command names. */
    ModelVersion find(String version) throws LifeCycleException {
        return all().stream()
                .filter(known -> known.version.equals(version) && known.state != State.RETIRED)
                .reduce((first, second) -> isCarried(second) ? second : first)
                .orElseThrow(() -> new LifeCycleException("model " + name + " has no version " + version
                        + " here; it has "
                        + all().stream().map(known -> known.version).toList()));
    }

    /** Notes what a source carries now, and says whether it is something else than before. */
    synchronized boolean carries(String source, ModelVersion version) {
        version.sources.add(source);
        return carried.put(source, version) != version;
    }

    synchronized boolean isCarried(ModelVersion version) {
        return carried.containsValue(version);
    }

    synchronized boolean isCarriedBy(String source) {
        return carried.containsKey(source);
    }

    /** Forgets a source, and gives the versions that no other one has brought. */
    synchronized List<ModelVersion> withdraw(String source) {
        carried.remove(source);
        versions.forEach(version -> version.sources.remove(source));
        return versions.stream().filter(version -> version.sources.isEmpty()).toList();
    }

    void forget(ModelVersion version) {
        synchronized (this) {
            versions.remove(version);
        }
        state(version, State.RETIRED, "");
        drop(version);
    }

    void state(ModelVersion version, State state, String reason) {
        boolean changed;
        synchronized (this) {
            changed = version.state != state || !version.reason.equals(reason);
            version.state = state;
            version.reason = reason;
        }
        if (changed) {
            context.changed(version.status());
        }
    }

    void journal() {
        context.journal(name, all(), Map.copyOf(carried));
    }

    /** Sees to it that a version is loaded; false when that fails. */
    boolean warm(ModelVersion version) {
        if (version.model != null) {
            return true;
        }
        if (version.files == null) {
            return false;
        }
        try {
            version.model = context.load(version);
            return true;
        } catch (ModelRefusedException e) {
            logger.warn("Model {} cannot be loaded: {}", version.id(), e.getMessage());
            state(version, State.REFUSED, e.getMessage());
            return false;
        }
    }

    /** Closes a version's session where it can be loaded again. */
    void cool(ModelVersion version) {
        if (version.kept) {
            drop(version);
        }
    }

    void drop(ModelVersion version) {
        LoadedModel model = version.model;
        version.model = null;
        if (model != null) {
            model.watch(null);
            model.release();
        }
    }
}
