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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.ai.inference.InferenceEngineService;
import org.eclipse.kura.ai.inference.ModelInfo;
import org.eclipse.kura.ai.inference.Tensor;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.system.SystemService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Kura's inference engine over ONNX Runtime: the models of the registry, and ONNX files loaded by path. Also callers
 * that keep a deactivated engine are safe: every method then throws.
 */
@Component(
        name = OnnxInferenceEngine.PID,
        service = {InferenceEngineService.class, ConfigurableComponent.class},
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        immediate = true)
@Designate(ocd = OnnxInferenceEngineConfig.class)
public final class OnnxInferenceEngine implements InferenceEngineService, ConfigurableComponent {

    static final String PID = "io.tohu.inference.OnnxInferenceEngine";

    private final ModelCatalog catalog;
    private final Vault vault;
    private final Consumer<LifeCycleSettings> keeper;
    private final Path defaultFolder;
    private final Set<String> loadedByPath = ConcurrentHashMap.newKeySet();
    private volatile EngineSettings settings;
    private volatile boolean active = true;

    @Activate
    public OnnxInferenceEngine(
            @Reference ModelRegistryComponent registry,
            @Reference SystemService system,
            OnnxInferenceEngineConfig config) {
        this(
                registry.catalog(),
                registry.vault(),
                Path.of(system.getKuraDataDirectory(), "tohu", "models"),
                registry::keepSettings);
        modified(config);
    }

    /** @param keeper remembers how models are judged, for the next start of the gateway */
    OnnxInferenceEngine(ModelCatalog catalog, Vault vault, Path folder, Consumer<LifeCycleSettings> keeper) {
        this.keeper = keeper;
        this.catalog = catalog;
        this.vault = vault;
        this.defaultFolder = folder;
        this.settings = EngineSettings.defaults(folder);
    }

    @Modified
    void modified(OnnxInferenceEngineConfig config) {
        settings = EngineSettings.of(config, defaultFolder);
        keeper.accept(settings.lifeCycle());
        catalog.reload(new ModelLoader(catalog.loader().runtime(), settings.sessions(), settings.lifeCycle()));
    }

    @Deactivate
    void deactivate() {
        active = false;
        // A model with a card that came by path is journalled and stays, like one of a bundle.
        loadedByPath.stream().filter(this::isBare).forEach(name -> catalog.withdraw(pathKey(name)));
    }

    @Override
    public List<Tensor> infer(ModelInfo info, List<Tensor> tensors) throws KuraException {
        checkActive();
        CallQueue calls = settings.calls();
        if (!calls.enter()) {
            throw new KuraException(
                    KuraErrorCode.SERVICE_UNAVAILABLE,
                    "model " + info.getName() + ": " + calls.limit() + " calls wait already; raise Longest queue, or"
                            + " call less often");
        }
        LoadedModel model = catalog.acquire(info.getName());
        try {
            if (model == null) {
                throw new KuraException(KuraErrorCode.SERVICE_UNAVAILABLE, "no model " + info.getName() + " is loaded");
            }
            return new TensorCall(catalog.loader().runtime().environment(), model, settings.missingValues())
                    .run(tensors);
        } finally {
            if (model != null) {
                model.release();
            }
            calls.leave();
        }
    }

    /**
     * Loads an ONNX file under a name.
     *
     * @param path the file; without it, a model that is loaded already stays as it is, and another is looked for as
     *     {@code <name>.onnx} in the model folder
     */
    @Override
    public void loadModel(String name, Optional<String> path) throws KuraException {
        checkActive();
        if (path.isEmpty() && isModelLoaded(name)) {
            return;
        }
        if (isModelLoaded(name) && !isByPath(name)) {
            throw invalid("model " + name + " comes from a bundle: update that bundle instead of loading a file");
        }
        if (path.isEmpty() && !name.matches("[A-Za-z0-9._-]+")) {
            throw invalid("'" + name + "' is no name of a file in the model folder");
        }
        Path file = path.map(Path::of).orElseGet(() -> inFolder(name));
        if (!Files.isRegularFile(file)) {
            throw invalid("model " + name + ": there is no file " + file);
        }
        Optional<String> refusal = catalog.offer(pathKey(name), new PathModelSource(name, file, vault));
        if (refusal.isPresent()) {
            throw invalid("model " + name + ": " + refusal.get());
        }
        loadedByPath.add(name);
        if (settings.sealsFiles() && path.isEmpty() && vault != null) {
            SealedFiles.seal(file, vault);
        }
    }

    private Path inFolder(String name) {
        Path plain = settings.folder().resolve(name + ".onnx");
        return Files.exists(plain) ? plain : SealedFiles.sealedName(plain, Files::exists);
    }

    /** Whether a model came by path, also before the last restart of the gateway. */
    private boolean isByPath(String name) {
        return loadedByPath.contains(name) || catalog.carries(pathKey(name));
    }

    private boolean isBare(String name) {
        LoadedModel model = catalog.active(name);
        return model == null || model.version().isEmpty();
    }

    @Override
    public void unloadModel(String name) throws KuraException {
        checkActive();
        if (isByPath(name)) {
            loadedByPath.remove(name);
            catalog.withdraw(pathKey(name));
        } else if (isModelLoaded(name)) {
            throw invalid("model " + name + " comes from a bundle: uninstall that bundle to unload it");
        }
    }

    @Override
    public boolean isModelLoaded(String name) throws KuraException {
        checkActive();
        return catalog.active(name) != null;
    }

    @Override
    public List<String> getModelNames() throws KuraException {
        checkActive();
        return catalog.activeNames();
    }

    @Override
    public Optional<ModelInfo> getModelInfo(String name) throws KuraException {
        checkActive();
        LoadedModel model = catalog.active(name);
        return model == null ? Optional.empty() : Optional.of(ModelInfos.of(model));
    }

    @Override
    public boolean isEngineReady() {
        return active && catalog.loader().runtime().ready();
    }

    private void checkActive() throws KuraException {
        if (!active) {
            throw new KuraException(
                    KuraErrorCode.SERVICE_UNAVAILABLE, "this inference engine was stopped; take the one in service");
        }
    }

    private static String pathKey(String name) {
        return "path:" + name;
    }

    private static KuraException invalid(String message) {
        return new KuraException(KuraErrorCode.INVALID_PARAMETER, message);
    }
}
