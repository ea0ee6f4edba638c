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
import java.nio.file.Path;
import java.util.List;
import org.eclipse.kura.system.SystemService;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The models of this gateway: there as soon as the bundle is, whatever is configured. */
@Component(
        name = "io.tohu.inference.ModelRegistry",
        service = {ModelRegistry.class, ModelRegistryComponent.class},
        immediate = true)
public final class ModelRegistryComponent implements ModelRegistry {

    private final OrtRuntime runtime;
    private final ModelCatalog catalog;
    private final ModelBundles bundles;

    @Activate
    public ModelRegistryComponent(BundleContext context, @Reference SystemService system) {
        NativeLibraries.prepare(context, Path.of(system.getKuraDataDirectory()));
        runtime = OrtRuntime.start();
        catalog = new ModelCatalog(new ModelLoader(runtime, SessionSettings.DEFAULT));
        bundles = new ModelBundles(context, catalog);
        bundles.open();
    }

    @Deactivate
    void deactivate() {
        bundles.close();
        catalog.close();
    }

    @Override
    public Scorer newScorer(String model) {
        return catalog.newScorer(model);
    }

    @Override
    public List<ModelStatus> models() {
        return catalog.models();
    }

    OrtRuntime runtime() {
        return runtime;
    }

    ModelCatalog catalog() {
        return catalog;
    }
}
