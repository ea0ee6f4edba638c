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
    public void verify(SignatureGate gate) throws ModelRefusedException {
        gate.check(bundle);
    }

    @Override
    public ModelFiles read() throws ModelRefusedException {
        return new ModelFiles(
                read("model/model.onnx", ModelFiles.MAX_MODEL_BYTES),
                read("model/card.json", ModelFiles.MAX_JSON_BYTES),
                read("model/golden.json", ModelFiles.MAX_JSON_BYTES));
    }

    private byte[] read(String path, int limit) throws ModelRefusedException {
        URL entry = bundle.getEntry(path);
        if (entry == null) {
            throw new ModelRefusedException("the bundle has no " + path);
        }
        try (InputStream in = entry.openStream()) {
            return LimitedRead.read(in, path, limit);
        } catch (IOException e) {
            throw new ModelRefusedException(path + " cannot be read: " + e.getMessage(), e);
        }
    }
}
