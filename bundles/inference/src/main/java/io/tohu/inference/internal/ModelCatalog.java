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
import io.tohu.inference.ModelLifeCycle;
import io.tohu.inference.ModelMetrics;
import io.tohu.inference.ModelRegistry;
import io.tohu.inference.ModelStatus;
import io.tohu.inference.ModelStatus.State;
import io.tohu.inference.Scorer;
import io.tohu.inference.ShadowReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every model version that arrived, by name. Arrivals and commands take turns; scoring and {@link #models()} never wait
 * for them. A model that was refused changes nothing for the one that is active.
 */
final class ModelCatalog implements ModelRegistry, ModelLifeCycle, LineContext {

    private static final Logger logger = LoggerFactory.getLogger(ModelCatalog.class);

    /** Held while a version arrives or a command is carried out: one at a time, which bounds the memory. */
    private final ReentrantLock turn = new ReentrantLock();

    private final ModelSlots slots = new ModelSlots();
    private final Map<String, ModelLine> lines = new ConcurrentSkipListMap<>();
    private final Arrivals arrivals = new Arrivals(this);
    private final ExecutorService tasks = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "tohu-models");
        thread.setDaemon(true);
        return thread;
    });
    private final Optional<ModelStore> store;
    private final LifeCycleListener listener;
    private volatile SignatureGate signatures = SignatureGate.OPEN;
    private volatile ModelLoader loader;
    private volatile boolean closed;

    /** A catalog that keeps nothing over a restart. */
    ModelCatalog(ModelLoader loader) {
        this(loader, Optional.empty(), status -> {});
    }

    /** A catalog that begins with what the store kept. */
    ModelCatalog(ModelLoader loader, Optional<ModelStore> store, LifeCycleListener listener) {
        this.loader = loader;
        this.store = store;
        this.listener = listener;
        store.ifPresent(kept -> kept.names().forEach(name -> {
            ModelStore.Kept before = kept.restore(name);
            if (!before.versions().isEmpty()) {
                line(name).restore(before.versions(), before.carried());
            }
        }));
    }

    void signatures(SignatureGate gate) {
        signatures = gate;
    }

    /** Judges once more what was refused: who is trusted may have changed. */
    void askAgain() {
        later(() -> arrivals.refused().forEach(this::offer));
    }

    /**
     * Takes up what a source brings, in place of what the same source brought before.
     *
     * @param key identity of the source, the same after a restart
     * @return the reason when it was refused
     */
    Optional<String> offer(String key, ModelSource source) {
        turn.lock();
        try {
            if (closed) {
                return Optional.of("the inference bundle was stopped");
            }
            arrivals.at(key, source, State.ARRIVED);
            source.verify(signatures);
            ModelFiles files = source.read();
            String name = source.announcedName();
            ModelLine known = lines.get(name);
            String digest = files.digest();
            if (known == null || !known.attach(key, source.announcedVersion(), digest)) {
                take(key, source, files, digest);
            }
            arrivals.done(key);
            lines.forEach((other, line) -> {
                if (!other.equals(name)) {
                    withdraw(key, line);
                }
            });
            return Optional.empty();
        } catch (ModelRefusedException e) {
            return refuse(key, source, e.getMessage());
        } catch (OutOfMemoryError e) {
            return refuse(key, source, "this gateway has not enough memory for it (" + e.getMessage() + ")");
        } catch (RuntimeException e) {
            // Sources are other people's files: whatever is wrong with one must not take the others along.
            logger.debug("{}", source.origin(), e);
            return refuse(key, source, "it could not be loaded: " + e);
        } finally {
            turn.unlock();
        }
    }

    private void take(String key, ModelSource source, ModelFiles files, String digest) throws ModelRefusedException {
        String name = source.announcedName();
        ModelVersion version = new ModelVersion(name, source.announcedVersion(), digest, source.origin());
        ModelLine known = lines.get(name);
        Optional<ModelVersion> conflict =
                known == null ? Optional.empty() : known.known().conflict(key, version.version, digest);
        if (conflict.isPresent()) {
            throw new ModelRefusedException("version " + version.version + " of " + name
                    + " is here already with other content, from " + conflict.get().origin
                    + ": give the new one a version of its own");
        }
        version.files = () -> ModelVersion.unchanged(source, digest);
        if (files.isBare()) {
            version.model = loader.loadGraph(name, files.model());
        } else {
            version.model = loader.load(files, name, version.version, state -> arrivals.at(key, source, state));
            store.ifPresent(kept -> kept.keep(version, files));
        }
        line(name).arrived(key, version);
    }

    private Optional<String> refuse(String key, ModelSource source, String why) {
        ModelLine line = lines.get(source.announcedName());
        if (line != null) {
            line.refused++;
        }
        return Optional.of(arrivals.refused(key, source, why));
    }

    /** Lets go of what a source brought. */
    void withdraw(String key) {
        turn.lock();
        try {
            arrivals.done(key);
            lines.values().forEach(line -> withdraw(key, line));
        } finally {
            turn.unlock();
        }
    }

    private void withdraw(String key, ModelLine line) {
        line.withdraw(key);
        if (line.known().isEmpty() && lines.remove(line.slot().name(), line)) {
            slots.release(line.slot().name());
        }
    }

    /** Whether a source has brought a version that is known. */
    boolean carries(String key) {
        return lines.values().stream().anyMatch(line -> line.known().isCarriedBy(key));
    }

    /** Goes on with other settings; sessions are opened anew where theirs have changed. */
    void reload(ModelLoader with) {
        turn.lock();
        try {
            boolean sessions = !with.settings().equals(loader.settings());
            loader = with;
            if (sessions) {
                lines.values().forEach(ModelLine::reload);
            }
        } finally {
            turn.unlock();
        }
    }

    ModelLoader loader() {
        return loader;
    }

    private ModelLine line(String name) {
        return lines.computeIfAbsent(name, n -> new ModelLine(slots.use(n), this));
    }

    /** The active version of a name; null when there is none. */
    LoadedModel active(String name) {
        return slots.active(name);
    }

    /** A lease on the active version, which the caller releases; null when there is none. */
    LoadedModel acquire(String name) {
        return slots.acquire(name);
    }

    /** How many names are in use, by a version or a scorer. */
    int slotCount() {
        return slots.size();
    }

    /** Names with an active version, in order. */
    List<String> activeNames() {
        return slots.activeNames();
    }

    @Override
    public Scorer newScorer(String model) {
        return new WindowScorer(slots.use(model), () -> slots.release(model));
    }

    @Override
    public List<ModelStatus> models() {
        List<ModelStatus> statuses = new ArrayList<>(arrivals.statuses());
        lines.values().forEach(line -> statuses.addAll(line.known().statuses()));
        statuses.sort(Comparator.comparing(ModelStatus::name)
                .thenComparing(status -> ModelVersion.order(status.version()))
                .thenComparing(ModelStatus::state));
        return List.copyOf(statuses);
    }

    @Override
    public void promote(String model, String version) throws LifeCycleException {
        command(model, line -> LineCommands.promote(line, version));
    }

    @Override
    public void shadow(String model, String version) throws LifeCycleException {
        command(model, line -> LineCommands.shadow(line, version));
    }

    @Override
    public String rollback(String model) throws LifeCycleException {
        String[] active = new String[1];
        command(model, line -> active[0] = LineCommands.rollback(line));
        return active[0];
    }

    @Override
    public void retire(String model, String version) throws LifeCycleException {
        command(model, line -> LineCommands.retire(line, version));
    }

    @FunctionalInterface
    private interface Command {
        void on(ModelLine line) throws LifeCycleException;
    }

    private void command(String model, Command command) throws LifeCycleException {
        turn.lock();
        try {
            ModelLine line = lines.get(model);
            if (line == null) {
                throw new LifeCycleException("there is no model " + model + " here; there are " + lines.keySet());
            }
            command.on(line);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public Optional<ShadowReport> shadowReport(String model) {
        return Optional.ofNullable(lines.get(model)).flatMap(ModelLine::report);
    }

    @Override
    public Optional<ModelMetrics> metrics(String model) {
        ModelLine line = lines.get(model);
        LoadedModel active = active(model);
        if (line == null || active == null) {
            return Optional.empty();
        }
        CallStatistics calls = active.statistics();
        return Optional.of(new ModelMetrics(
                active.version(),
                calls.successes(),
                calls.failures(),
                calls.percentile(0.5),
                calls.percentile(0.95),
                calls.percentile(0.99),
                active.memoryBytes(),
                line.refused,
                line.swaps(),
                line.rollbacks()));
    }

    @Override
    public LifeCycleSettings settings() {
        return loader.budgets();
    }

    @Override
    public LoadedModel load(ModelVersion version) throws ModelRefusedException {
        return loader.loadAgain(version.files.read(), version.name, version.version);
    }

    @Override
    public void later(Runnable task) {
        if (!closed) {
            tasks.execute(() -> {
                turn.lock();
                try {
                    if (!closed) {
                        task.run();
                    }
                } finally {
                    turn.unlock();
                }
            });
        }
    }

    @Override
    public void changed(ModelStatus status) {
        listener.changed(status);
    }

    @Override
    public void journal(String name, List<ModelVersion> versions, Map<String, ModelVersion> carried) {
        store.ifPresent(kept -> kept.journal(name, versions, carried));
    }

    /** Closes every session as soon as its last call has ended; what is journalled stays. */
    void close() {
        closed = true;
        turn.lock();
        try {
            tasks.shutdown();
            lines.values().forEach(ModelLine::close);
        } finally {
            turn.unlock();
        }
    }
}
