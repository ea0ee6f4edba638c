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

import io.tohu.inference.ModelStatus.State;
import io.tohu.inference.PromotionPolicy;
import io.tohu.inference.ShadowReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The versions of one model name and their states. Changes are made by one thread at a time, which the catalog sees
 * to; what is slow in them, loading and writing, happens without the monitor that {@link #statuses()} takes.
 */
final class ModelLine {

    private static final Logger logger = LoggerFactory.getLogger(ModelLine.class);

    private final ModelSlot slot;
    private final LineContext context;
    private final KnownVersions known;
    private final LineTrial trial;

    private ModelVersion active;
    private ModelVersion previous;
    private long swaps;
    private long rollbacks;
    long refused;

    ModelLine(ModelSlot slot, LineContext context) {
        this.slot = slot;
        this.context = context;
        this.known = new KnownVersions(slot.name(), context);
        this.trial = new LineTrial(slot, known, context);
    }

    ModelSlot slot() {
        return slot;
    }

    KnownVersions known() {
        return known;
    }

    LineTrial trial() {
        return trial;
    }

    /** The version that scores; null when there is none. */
    ModelVersion active() {
        return active;
    }

    /** The version to go back to; null when there is none. */
    ModelVersion previous() {
        return previous;
    }

    /** Gives up going back to a version. */
    void notPrevious(ModelVersion version) {
        previous = previous == version ? null : previous;
    }

    long swaps() {
        return swaps;
    }

    long rollbacks() {
        return rollbacks;
    }

    /** Takes up the states of the last run; the first version that can still be loaded is active. */
    void restore(List<ModelVersion> kept, Map<String, String> carried) {
        known.restore(kept, carried);
        ModelVersion formerShadow = known.first(State.SHADOW);
        previous = known.first(State.PREVIOUS);
        ModelVersion wanted = known.first(State.ACTIVE);
        if (wanted == null || !warm(wanted)) {
            wanted = successor();
        }
        if (wanted != null) {
            notPrevious(wanted);
            enthrone(wanted);
        }
        if (formerShadow != null && formerShadow != active) {
            begin(formerShadow);
        }
        journal();
    }

    /** Whether a source brings what is known already; then it is done. */
    boolean attach(String source, String version, String digest) {
        ModelVersion same = known.same(version, digest);
        if (same == null) {
            return false;
        }
        if (same.state == State.REFUSED && !same.held) {
            // Its copy is damaged, or was sealed under another key: the source brings it whole.
            forget(same);
            journal();
            return false;
        }
        if (known.carries(source, same)) {
            if (same.state != State.RETIRED) {
                place(same);
            }
            journal();
        }
        return true;
    }

    /** Takes up a version that has passed its gates. */
    void arrived(String source, ModelVersion version) {
        known.add(version);
        known.carries(source, version);
        state(version, State.CANDIDATE, "");
        place(version);
        prune();
        journal();
    }

    private void place(ModelVersion version) {
        if (version.held || version == active) {
            return;
        }
        PromotionPolicy policy = context.settings().policy();
        boolean supersedes = active == null
                || version.isHigherThan(active)
                || version.sources.stream().anyMatch(active.sources::contains);
        if (!supersedes) {
            known.cool(version);
        } else if (active == null || version.isBare() || policy == PromotionPolicy.IMMEDIATE) {
            activate(version);
        } else if (warm(version) && version.scoresWindows()) {
            begin(version);
        } else if (policy == PromotionPolicy.SHADOW) {
            activate(version);
        } else {
            known.cool(version);
        }
    }

    boolean activate(ModelVersion version) {
        if (!warm(version)) {
            return false;
        }
        ModelVersion before = active;
        ModelVersion older = previous;
        if (before != null && before != version) {
            state(before, State.PREVIOUS, "");
            previous = before;
        }
        notPrevious(version);
        if (older != null && older != version && older != previous) {
            state(older, State.CANDIDATE, "");
            known.cool(older);
        }
        enthrone(version);
        return true;
    }

    /** Makes a loaded version active: journalled first, then one write of the slot. */
    private void enthrone(ModelVersion version) {
        ModelVersion before = active;
        trial.end(version);
        active = version;
        version.held = false;
        state(version, State.ACTIVE, "");
        prune();
        journal();
        version.model.watch(watch(version));
        slot.activate(version.model);
        if (before != null && before != version && before.model != null) {
            before.model.watch(null);
        }
        swaps++;
        logger.info(
                "Model {}: {} is active, was {}",
                slot.name(),
                version.version,
                before == null ? "none" : before.version);
    }

    private Watch watch(ModelVersion version) {
        return Watch.of(
                version.model,
                context.settings(),
                reason -> context.later(() -> broken(version, reason)),
                () -> context.later(() -> proven(version)));
    }

    private void broken(ModelVersion version, String reason) {
        if (version != active) {
            return;
        }
        if (previous == null || !takeBack(State.REFUSED, "it was rolled back: " + reason)) {
            logger.warn("Model {}: {}; there is no former version to go back to", version.id(), reason);
        }
    }

    private void proven(ModelVersion version) {
        if (version == active && previous != null) {
            logger.info("Model {} has proven itself; {} is no longer kept loaded", version.id(), previous.version);
            known.cool(previous);
        }
    }

    boolean takeBack(State stateOfPresent, String reason) {
        ModelVersion target = previous;
        if (!warm(target)) {
            return false;
        }
        ModelVersion present = active;
        present.held = true;
        previous = null;
        state(present, stateOfPresent, reason);
        enthrone(target);
        rollbacks++;
        logger.warn("Model {}: {} is held back: {}", slot.name(), present.version, reason);
        known.cool(present);
        return true;
    }

    /** Lets go of what a source brought. */
    void withdraw(String source) {
        if (!known.isCarriedBy(source)) {
            return;
        }
        List<ModelVersion> gone = known.withdraw(source);
        if (gone.contains(previous)) {
            previous = null;
        }
        gone.forEach(trial::end);
        if (gone.contains(active)) {
            ModelVersion leaving = active;
            known.removeAll(gone);
            ModelVersion next = successor();
            if (next == null) {
                active = null;
                slot.activate(null);
                logger.info("Model {}: none is active, was {}", slot.name(), leaving.version);
            } else {
                notPrevious(next);
                enthrone(next);
            }
        }
        gone.forEach(this::forget);
        prune();
        journal();
    }

    /** The best version that can take over: the previous one, else the highest that is not held. */
    private ModelVersion successor() {
        List<ModelVersion> candidates = new ArrayList<>(known.all());
        candidates.removeIf(version -> version.held || version.state == State.RETIRED);
        candidates.sort(Comparator.comparing((ModelVersion version) -> version == previous)
                .thenComparing(version -> ModelVersion.order(version.version))
                .reversed());
        return candidates.stream().filter(this::warm).findFirst().orElse(null);
    }

    void begin(ModelVersion version) {
        if (warm(version)) {
            trial.begin(version, report -> judge(version, report));
        }
    }

    private void judge(ModelVersion version, ShadowReport report) {
        if (version != trial.version()) {
            return;
        }
        logger.info("Model {} in shadow: {}", version.id(), report);
        state(version, State.SHADOW, report.verdict());
        if (report.verdict().isEmpty() && context.settings().policy() == PromotionPolicy.SHADOW) {
            activate(version);
        }
    }

    Optional<ShadowReport> report() {
        return trial.report();
    }

    /** Opens every loaded version anew; one that fails goes on with its former session. */
    void reload() {
        for (ModelVersion version : known.all()) {
            LoadedModel before = version.model;
            if (before == null || version.files == null) {
                continue;
            }
            try {
                version.model = context.load(version);
            } catch (ModelRefusedException e) {
                logger.warn("Model {} goes on with its former session: {}", version.id(), e.getMessage());
                continue;
            }
            if (version == active) {
                version.model.watch(watch(version));
                slot.activate(version.model);
            } else if (version == trial.version()) {
                begin(version);
            }
            before.release();
        }
    }

    /** Lets go of what waits although no source carries it any more. */
    void prune() {
        for (ModelVersion version : known.all()) {
            if (version != active && version != previous && version != trial.version() && !known.isCarried(version)) {
                forget(version);
            }
        }
    }

    private void forget(ModelVersion version) {
        notPrevious(version);
        known.forget(version);
    }

    void state(ModelVersion version, State state, String reason) {
        known.state(version, state, reason);
    }

    void journal() {
        known.journal();
    }

    boolean warm(ModelVersion version) {
        return known.warm(version);
    }

    /** Closes every session; what is journalled stays. */
    void close() {
        trial.close();
        slot.activate(null);
        known.all().forEach(known::drop);
    }
}
