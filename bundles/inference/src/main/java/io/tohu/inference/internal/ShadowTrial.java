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

import io.tohu.inference.InferenceException;
import io.tohu.inference.SampleWindow;
import io.tohu.inference.Score;
import io.tohu.inference.ShadowReport;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * A version that scores the windows of the active one in a thread of its own, and is compared with it. A shadow that
 * is behind leaves windows out: it never holds up the line.
 */
final class ShadowTrial implements AutoCloseable {

    private static final int QUEUE = 256;
    private static final int LATENCY_FACTOR = 4;

    private record Scored(SampleWindow window, Score score) {}

    private final LoadedModel candidate;
    private final LifeCycleSettings settings;
    private final Consumer<ShadowReport> finished;
    private final BlockingQueue<Scored> queue = new ArrayBlockingQueue<>(QUEUE);
    private final CallStatistics active = new CallStatistics();
    private final CallStatistics shadow = new CallStatistics();
    private final RatioMedian activeRatios = new RatioMedian();
    private final RatioMedian shadowRatios = new RatioMedian();
    private final long budgetNanos;
    private final Thread worker;
    private WindowBinding binding;
    private volatile String activeVersion = "";
    private long windows;
    private long agreed;
    private long errors;
    private long dropped;
    private String lastError = "";
    private volatile boolean closed;

    /**
     * Begins a trial.
     *
     * @param candidate the version to try; the trial takes a lease of its own
     * @param finished told in the trial's thread each time the wanted number of windows has been scored
     */
    ShadowTrial(LoadedModel candidate, LifeCycleSettings settings, Consumer<ShadowReport> finished) {
        if (!candidate.acquire()) {
            throw new IllegalStateException(candidate.id() + " is closed");
        }
        this.candidate = candidate;
        this.settings = settings;
        this.finished = finished;
        this.budgetNanos = candidate
                .card()
                .map(file -> settings.budgetNanos(file.demands()))
                .orElse(0L);
        this.worker = new Thread(this::work, "tohu-shadow-" + candidate.name());
        worker.setDaemon(true);
        worker.start();
    }

    /** Takes a window that the active version has scored; returns at once. */
    void offer(SampleWindow window, Score score) {
        SampleWindow copy = new SampleWindow(
                window.channels(), window.samples(), window.values().clone());
        if (!closed && !queue.offer(new Scored(copy, score))) {
            synchronized (this) {
                dropped++;
            }
        }
    }

    private void work() {
        try {
            while (!closed) {
                take(queue.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (binding != null) {
                binding.close();
            }
            candidate.release();
        }
    }

    private void take(Scored scored) {
        activeVersion = scored.score.model().version();
        Score score = null;
        String error = "";
        try {
            if (binding == null || !binding.fits(candidate, scored.window)) {
                if (binding != null) {
                    binding.close();
                    binding = null;
                }
                binding = WindowBinding.of(candidate, scored.window);
            }
            score = binding.score(scored.window);
        } catch (InferenceException e) {
            error = e.getMessage();
        }
        boolean due;
        synchronized (this) {
            windows++;
            active.succeeded(scored.score.nanos());
            activeRatios.add(scored.score.score() / scored.score.limit());
            if (score == null) {
                errors++;
                lastError = error;
            } else {
                shadow.succeeded(score.nanos());
                shadowRatios.add(score.score() / score.limit());
                if (score.score() > score.limit() == scored.score.score() > scored.score.limit()) {
                    agreed++;
                }
            }
            due = windows % settings.shadowWindows() == 0;
        }
        if (due) {
            finished.accept(report());
        }
    }

    synchronized ShadowReport report() {
        double agreement = windows == 0 ? 0 : (double) agreed / windows;
        double shift = Math.abs(shadowRatios.median() - activeRatios.median());
        long activeP95 = active.percentile(0.95);
        long shadowP95 = shadow.percentile(0.95);
        return new ShadowReport(
                activeVersion,
                candidate.version(),
                windows,
                settings.shadowWindows(),
                dropped,
                errors,
                agreement,
                shift,
                activeP95,
                shadowP95,
                verdict(agreement, shift, activeP95, shadowP95));
    }

    private String verdict(double agreement, double shift, long activeP95, long shadowP95) {
        if (windows < settings.shadowWindows()) {
            return "it has scored " + windows + " of " + settings.shadowWindows() + " windows";
        }
        if (errors * 100 > windows * settings.errorPercent()) {
            return "it failed on " + errors + " of " + windows + " windows, the last time because " + lastError;
        }
        if (agreement * 100 < settings.agreementPercent()) {
            return "it decides like the active version on " + Math.floor(agreement * 1000) / 10 + " % of the windows, "
                    + settings.agreementPercent() + " % are wanted";
        }
        if (shift > settings.maxShift()) {
            return "its median score lies " + Math.round(shift * 100) / 100.0
                    + " of its limit away from the active version's, at most " + settings.maxShift() + " is borne";
        }
        // Without a budget of its own it is held against the active version; microseconds are the machine's noise.
        long bound = budgetNanos > 0 ? budgetNanos : Math.max(1_000_000, LATENCY_FACTOR * activeP95);
        return shadowP95 <= bound
                ? ""
                : "95 % of its calls take up to " + shadowP95 / 1_000_000.0 + " ms, at most " + bound / 1_000_000.0
                        + " ms is borne";
    }

    @Override
    public void close() {
        closed = true;
        worker.interrupt();
    }
}
