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

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.tohu.inference.ModelCard;
import io.tohu.inference.ModelStatus.State;
import java.util.Locale;
import java.util.function.Consumer;
import org.osgi.framework.Version;

/**
 * Takes a model through its gates: card, hash, platform and operator sets, load, ports, golden samples, latency,
 * memory. A session of a refused one is closed.
 */
final class ModelLoader {

    private final OrtRuntime runtime;
    private final SessionSettings settings;
    private final LifeCycleSettings budgets;

    ModelLoader(OrtRuntime runtime, SessionSettings settings, LifeCycleSettings budgets) {
        this.runtime = runtime;
        this.settings = settings;
        this.budgets = budgets;
    }

    OrtRuntime runtime() {
        return runtime;
    }

    SessionSettings settings() {
        return settings;
    }

    LifeCycleSettings budgets() {
        return budgets;
    }

    /** Loads a graph of which only its name is known. */
    LoadedModel loadGraph(String name, byte[] model) throws ModelRefusedException {
        OnnxInspector.check(model, runtime.maxOpset());
        return open(name, "", model, null);
    }

    /** Takes a model that comes for the first time through all gates. */
    LoadedModel load(ModelFiles files, String name, String version, Consumer<State> progress)
            throws ModelRefusedException {
        return load(files, name, version, progress, true);
    }

    /** Loads a model that has passed before: without the budgets, which a busy start of the gateway would break. */
    LoadedModel loadAgain(ModelFiles files, String name, String version) throws ModelRefusedException {
        return files.isBare() ? loadGraph(name, files.model()) : load(files, name, version, state -> {}, false);
    }

    private LoadedModel load(
            ModelFiles files, String name, String version, Consumer<State> progress, boolean checkBudgets)
            throws ModelRefusedException {
        CardFile file = CardReader.read(files.card());
        ModelCard card = file.card();
        if (!card.name().equals(name) || !card.version().equals(version)) {
            throw new ModelRefusedException(
                    "card.json speaks of " + card.id() + ", but it was announced as " + name + " " + version);
        }
        String actual = files.modelHash();
        if (!actual.equals(card.sha256())) {
            throw new ModelRefusedException(
                    "model.onnx has the SHA-256 " + actual + ", but card.json states " + card.sha256());
        }
        progress.accept(State.VERIFIED);
        checkPlatform(file.demands());
        OnnxInspector.check(files.model(), runtime.maxOpset());
        GoldenSamples golden = GoldenSamples.read(files.golden());
        LoadedModel model = open(name, version, files.model(), file);
        try {
            CardPorts.check(model, file);
            progress.accept(State.LOADED);
            golden.check(runtime.environment(), model);
            if (checkBudgets) {
                checkLatency(golden.p95Nanos(runtime.environment(), model), budgets.budgetNanos(file.demands()));
                checkMemory(model.memoryBytes());
            }
            return model;
        } catch (ModelRefusedException | RuntimeException | OutOfMemoryError e) {
            model.release();
            throw e;
        }
    }

    private LoadedModel open(String name, String version, byte[] bytes, CardFile card) throws ModelRefusedException {
        long before = ResidentMemory.bytes();
        OrtSession session = runtime.open(bytes, card == null ? settings : settings.with(card.demands()));
        try {
            return new LoadedModel(
                    name, version, session, card, Math.max(bytes.length, ResidentMemory.bytes() - before));
        } catch (OrtException e) {
            throw new ModelRefusedException("ONNX Runtime cannot describe model.onnx: " + e.getMessage(), e);
        }
    }

    private void checkPlatform(Demands demands) throws ModelRefusedException {
        String platform = platform();
        if (!demands.platforms().isEmpty() && !demands.platforms().contains(platform)) {
            throw new ModelRefusedException("it was made for " + demands.platforms() + ", this gateway is " + platform);
        }
        try {
            if (demands.engineMinimum().isPresent()
                    && Version.parseVersion(runtime.version())
                                    .compareTo(Version.parseVersion(
                                            demands.engineMinimum().get()))
                            < 0) {
                throw new ModelRefusedException("it needs ONNX Runtime "
                        + demands.engineMinimum().get() + ", this gateway has " + runtime.version());
            }
        } catch (IllegalArgumentException e) {
            throw new ModelRefusedException("card.json: requires: engine is no version: " + e.getMessage(), e);
        }
    }

    /** This platform as cards name it, such as {@code linux-x64}. */
    static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        return system + "-" + (processor.equals("amd64") || processor.equals("x86_64") ? "x64" : processor);
    }

    private static void checkLatency(long nanos, long budget) throws ModelRefusedException {
        if (budget > 0 && nanos > budget) {
            throw new ModelRefusedException(String.format(
                    Locale.ROOT,
                    "95 %% of its calls take up to %.3g ms here, its budget is %.3g ms",
                    nanos / 1e6,
                    budget / 1e6));
        }
    }

    private void checkMemory(long bytes) throws ModelRefusedException {
        if (budgets.memoryMegabytes() > 0 && bytes > (long) budgets.memoryMegabytes() << 20) {
            throw new ModelRefusedException("it takes " + (bytes >> 20) + " MiB of memory, the budget of one model is "
                    + budgets.memoryMegabytes() + " MiB");
        }
    }
}
