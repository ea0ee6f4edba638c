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

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleCapability;

/** A model bundle: it has no code, and is found by the capability {@value #NAMESPACE}. */
final class BundleModelSource implements ModelSource {

    /** Namespace of the capability, with the attributes {@code name} and {@code version}. */
    static final String NAMESPACE = "io.tohu.model";

    private static final int MAX_JSON_BYTES = 16 << 20;
    private static final int MAX_MODEL_BYTES = 1 << 30;

    private final Bundle bundle;
    private final String name;
    private final String version;

    BundleModelSource(Bundle bundle, BundleCapability capability) {
        this.bundle = bundle;
        this.name = String.valueOf(capability.getAttributes().get("name"));
        this.version = String.valueOf(capability.getAttributes().get("version"));
    }

    @Override
    public String origin() {
        return "bundle " + bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    @Override
    public String announcedName() {
        return name;
    }

    @Override
    public String announcedVersion() {
        return version;
    }

    @Override
    public LoadedModel load(ModelLoader loader) throws ModelRefusedException {
        ModelFiles files = new ModelFiles(
                read("model/model.onnx", MAX_MODEL_BYTES),
                read("model/card.json", MAX_JSON_BYTES),
                read("model/golden.json", MAX_JSON_BYTES));
        return loader.load(files, name, version);
    }

    private byte[] read(String path, int limit) throws ModelRefusedException {
        URL entry = bundle.getEntry(path);
        if (entry == null) {
            throw new ModelRefusedException("the bundle has no " + path);
        }
        try (InputStream in = entry.openStream()) {
            byte[] bytes = in.readNBytes(limit);
            if (in.read() >= 0) {
                throw new ModelRefusedException(path + " is larger than " + (limit >> 20) + " MiB");
            }
            return bytes;
        } catch (IOException e) {
            throw new ModelRefusedException(path + " cannot be read: " + e.getMessage(), e);
        }
    }
}
