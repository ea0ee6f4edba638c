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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A file that was loaded by name and path: a model bundle's jar, or an ONNX file. The latter has no card, so it serves
 * Kura's inference API only, not window scorers.
 */
final class PathModelSource implements ModelSource {

    private final String name;
    private final Path path;
    private final Vault vault;
    private String version = "";

    PathModelSource(String name, Path path, Vault vault) {
        this.name = name;
        this.path = path;
        this.vault = vault;
    }

    boolean isJar() {
        return path.toString().endsWith(".jar");
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
        return version;
    }

    @Override
    public void verify(SignatureGate gate) throws ModelRefusedException {
        if (isJar()) {
            gate.check(path);
        }
    }

    @Override
    public ModelFiles read() throws ModelRefusedException {
        try {
            if (isJar()) {
                return readJar();
            }
            byte[] bytes;
            try (InputStream in = Files.newInputStream(path)) {
                bytes = LimitedRead.read(in, path.toString(), ModelFiles.MAX_MODEL_BYTES);
            }
            if (Vault.isSealed(bytes) && vault == null) {
                throw new IOException("this gateway has no key for it");
            }
            return ModelFiles.bare(Vault.isSealed(bytes) ? vault.open(bytes) : bytes);
        } catch (IOException e) {
            throw new ModelRefusedException("the file " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private ModelFiles readJar() throws IOException, ModelRefusedException {
        try (ZipFile jar = new ZipFile(path.toFile())) {
            ModelFiles files = new ModelFiles(
                    read(jar, "model/model.onnx", ModelFiles.MAX_MODEL_BYTES),
                    read(jar, "model/card.json", ModelFiles.MAX_JSON_BYTES),
                    read(jar, "model/golden.json", ModelFiles.MAX_JSON_BYTES));
            // A jar that is loaded by path announces no more than its card says.
            version = CardReader.read(files.card()).card().version();
            return files;
        }
    }

    private static byte[] read(ZipFile jar, String path, int limit) throws IOException, ModelRefusedException {
        ZipEntry entry = jar.getEntry(path);
        if (entry == null) {
            throw new ModelRefusedException("the file has no " + path);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return LimitedRead.read(in, path, limit);
        }
    }
}
