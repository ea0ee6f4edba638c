/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.bench.pipeline;

import io.tohu.inference.ModelRegistry;
import io.tohu.inference.internal.ModelRegistryComponent;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.system.SystemService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;

/** The registry of models as a gateway has it, in a framework that holds nothing but one model bundle. */
public final class LocalModels {

    private LocalModels() {}

    /**
     * A registry in which the model has passed its gates.
     *
     * @param bundle folder with the content of the model bundle
     * @throws IOException when the model is refused; the message says why
     */
    public static ModelRegistry of(Path bundle, String name, String version) throws IOException {
        return of(List.of(bundle), name, List.of(version));
    }

    /**
     * A registry in which several versions of a model have passed their gates.
     *
     * @param bundles folders with the contents of the model bundles
     * @param versions one a bundle
     */
    public static ModelRegistry of(List<Path> bundles, String name, List<String> versions) throws IOException {
        Bundle[] installed = new Bundle[bundles.size()];
        for (int i = 0; i < installed.length; i++) {
            installed[i] = bundle(bundles.get(i), name, versions.get(i), i + 1);
        }
        BundleContext context = answering(BundleContext.class, Map.of("getBundles", installed));
        CryptoService crypto = proxy(CryptoService.class, (proxy, method, arguments) -> arguments[0]);
        ModelRegistryComponent registry = new ModelRegistryComponent(context, system(), crypto);
        if (registry.newScorer(name).card().isEmpty()) {
            throw new IOException("the model is not active: " + registry.models());
        }
        return registry;
    }

    private static Bundle bundle(Path folder, String name, String version, int number) {
        BundleCapability capability =
                answering(BundleCapability.class, Map.of("getAttributes", Map.of("name", name, "version", version)));
        BundleWiring wiring = answering(BundleWiring.class, Map.of("getCapabilities", List.of(capability)));
        return proxy(Bundle.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getState" -> Bundle.ACTIVE;
            case "getBundleId", "getLastModified" -> (long) number;
            case "getSymbolicName" -> name;
            case "getLocation" -> name + " " + version;
            case "adapt" -> wiring;
            case "getEntry" -> entry(folder, (String) arguments[0]);
            case "hashCode" -> number;
            case "equals" -> proxy == arguments[0];
            default -> null;
        });
    }

    /** A system with a data directory of its own. */
    public static SystemService system() throws IOException {
        Path data = Files.createTempDirectory("tohu-bench");
        data.toFile().deleteOnExit();
        return answering(SystemService.class, Map.of("getKuraDataDirectory", data.toString()));
    }

    private static URL entry(Path bundle, String path) throws IOException {
        return bundle.resolve(path).toUri().toURL();
    }

    /** An object that gives these answers, by method, and null to all other calls. */
    private static <T> T answering(Class<T> type, Map<String, ?> answers) {
        return proxy(type, (proxy, method, arguments) -> answers.get(method.getName()));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
