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
import io.tohu.inference.Scorer;
import io.tohu.inference.ShadowReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.system.SystemService;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models of this gateway: there as soon as the bundle is, whatever is configured. */
@Component(
        name = "io.tohu.inference.ModelRegistry",
        service = {ModelRegistry.class, ModelLifeCycle.class, ModelRegistryComponent.class},
        immediate = true)
public final class ModelRegistryComponent implements ModelRegistry, ModelLifeCycle {

    private static final Logger logger = LoggerFactory.getLogger(ModelRegistryComponent.class);

    private final ModelCatalog catalog;
    private final ModelBundles bundles;
    private final TrustTracker trust;
    private final Vault vault;
    private final LifeCycleEvents events;
    private final Path settingsFile;

    @Activate
    public ModelRegistryComponent(
            BundleContext context, @Reference SystemService system, @Reference CryptoService crypto) {
        Path data = Path.of(system.getKuraDataDirectory());
        Path folder = data.resolve("tohu").resolve("models");
        NativeLibraries.prepare(context, data);
        settingsFile = folder.resolve("settings.json");
        events = new LifeCycleEvents(context);
        vault = vault(folder.resolve("key"), crypto);
        ModelLoader loader =
                new ModelLoader(OrtRuntime.start(), SessionSettings.DEFAULT, LifeCycleSettings.read(settingsFile));
        catalog = new ModelCatalog(
                loader, Optional.ofNullable(vault).map(v -> new ModelStore(folder.resolve("kept"), v)), events);
        trust = new TrustTracker(context, catalog);
        trust.open();
        bundles = new ModelBundles(context, catalog);
        bundles.open();
    }

    /** Without a place for its key nothing is kept, but models that bundles bring work all the same. */
    private static Vault vault(Path key, CryptoService crypto) {
        try {
            return Vault.open(key, crypto);
        } catch (IOException e) {
            logger.error("No model is kept over a restart: {} cannot be used", key, e);
            return null;
        }
    }

    @Deactivate
    void deactivate() {
        bundles.close();
        trust.close();
        catalog.close();
        events.close();
    }

    /** Remembers how the next start of the gateway judges what arrives before the engine is configured. */
    void keepSettings(LifeCycleSettings settings) {
        try {
            settings.write(settingsFile);
        } catch (IOException e) {
            logger.warn("{} cannot be written: {}", settingsFile, e.toString());
        }
    }

    @Override
    public Scorer newScorer(String model) {
        return catalog.newScorer(model);
    }

    @Override
    public List<ModelStatus> models() {
        return catalog.models();
    }

    @Override
    public void promote(String model, String version) throws LifeCycleException {
        catalog.promote(model, version);
    }

    @Override
    public void shadow(String model, String version) throws LifeCycleException {
        catalog.shadow(model, version);
    }

    @Override
    public String rollback(String model) throws LifeCycleException {
        return catalog.rollback(model);
    }

    @Override
    public void retire(String model, String version) throws LifeCycleException {
        catalog.retire(model, version);
    }

    @Override
    public Optional<ShadowReport> shadowReport(String model) {
        return catalog.shadowReport(model);
    }

    @Override
    public Optional<ModelMetrics> metrics(String model) {
        return catalog.metrics(model);
    }

    ModelCatalog catalog() {
        return catalog;
    }

    Vault vault() {
        return vault;
    }
}
