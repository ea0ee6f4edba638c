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
import java.nio.file.Files;
import java.nio.file.Path;

/** An ONNX file loaded by name and path. It has no card, so it serves Kura's inference API only, not window scorers. */
final class PathModelSource implements ModelSource {

    private final String name;
    private final Path path;

    PathModelSource(String name, Path path) {
        this.name = name;
        this.path = path;
    }

    @Override
    public String origin() {
        return "file " + path;
    }

    @Override
    public String announcedName() {
        return name;
    }

    @Override
    public String announcedVersion() {
        return "";
    }

    @Override
    public LoadedModel load(ModelLoader loader) throws ModelRefusedException {
        try {
            return loader.loadGraph(name, Files.readAllBytes(path));
        } catch (IOException e) {
            throw new ModelRefusedException("the file " + path + " cannot be read: " + e.getMessage(), e);
        }
    }
}
