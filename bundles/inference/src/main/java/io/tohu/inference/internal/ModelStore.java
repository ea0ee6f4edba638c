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

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tohu.inference.ModelStatus.State;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What outlives a restart: a sealed copy of every version that is not retired, and a journal of their states, a folder
 * a model. Kura wipes the framework's storage at each start and brings packages back in random order; with these, the
 * former state is there before any of them.
 */
final class ModelStore {

    private static final Logger logger = LoggerFactory.getLogger(ModelStore.class);

    private static final String JOURNAL = "journal.json";
    private static final String COPY = ".model";

    private final Path folder;
    private final Vault vault;

    /** @param folder a folder of its own */
    ModelStore(Path folder, Vault vault) {
        this.folder = folder;
        this.vault = vault;
    }

    /** Names of the models of which something is kept. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, Files::isDirectory)) {
            folders.forEach(path -> names.add(path.getFileName().toString()));
        } catch (IOException e) {
            logger.debug("nothing is kept in {}", folder, e);
        }
        return names;
    }

    /** Keeps a copy; the version reads its files from there from now on. */
    void keep(ModelVersion version, ModelFiles files) {
        Path copy = copy(version.name, version.digest);
        try {
            if (!Files.exists(copy)) {
                DurableFile.write(copy, vault.seal(pack(files)));
            }
            version.files = () -> read(copy);
            version.kept = true;
        } catch (IOException e) {
            logger.warn(
                    "Model {} cannot be kept in {} and must come anew after a restart: {}",
                    version.id(),
                    copy,
                    e.toString());
        }
    }

    /** Writes the states of a model's versions, in one step. */
    void journal(String name, List<ModelVersion> versions, Map<String, ModelVersion> carried) {
        if (versions.stream().allMatch(ModelVersion::isBare) && !Files.exists(folder.resolve(name))) {
            return;
        }
        JsonArray entries = new JsonArray();
        for (ModelVersion version : versions) {
            if (version.isBare()) {
                continue;
            }
            JsonObject entry = new JsonObject();
            entry.addProperty("version", version.version);
            entry.addProperty("digest", version.digest);
            entry.addProperty("origin", version.origin);
            entry.addProperty("state", version.state.name());
            entry.addProperty("reason", version.reason);
            entry.addProperty("held", version.held);
            JsonArray broughtBy = new JsonArray();
            version.sources.forEach(broughtBy::add);
            entry.add("sources", broughtBy);
            entries.add(entry);
        }
        JsonObject root = new JsonObject();
        root.add("versions", entries);
        JsonObject sources = new JsonObject();
        carried.forEach((source, version) -> sources.addProperty(source, version.digest));
        root.add("carried", sources);
        Path journal = folder.resolve(name).resolve(JOURNAL);
        try {
            DurableFile.write(journal, root.toString().getBytes(StandardCharsets.UTF_8));
            tidy(name, versions);
        } catch (IOException e) {
            logger.warn("Model {}: the journal {} cannot be written: {}", name, journal, e.toString());
        }
    }

    /** Deletes what no version needs any more; only after the journal no longer speaks of it. */
    private void tidy(String name, List<ModelVersion> versions) throws IOException {
        Set<Path> needed = versions.stream()
                .filter(version -> version.state != State.RETIRED)
                .map(version -> copy(name, version.digest))
                .collect(Collectors.toSet());
        needed.add(folder.resolve(name).resolve(JOURNAL));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve(name))) {
            for (Path file : files) {
                if (!needed.contains(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
        if (versions.isEmpty()) {
            Files.deleteIfExists(folder.resolve(name).resolve(JOURNAL));
            Files.deleteIfExists(folder.resolve(name));
        }
    }

    /**
     * What was last journalled of a model.
     *
     * @param versions those whose copy is there, and retired ones
     * @param carried digest of what each source carried
     */
    record Kept(List<ModelVersion> versions, Map<String, String> carried) {}

    /** Reads what was last journalled of a model; an unreadable journal is as good as none. */
    Kept restore(String name) {
        Map<String, String> carried = new LinkedHashMap<>();
        List<ModelVersion> versions = new ArrayList<>();
        Path journal = folder.resolve(name).resolve(JOURNAL);
        try {
            JsonObject root = JsonParser.parseString(Files.readString(journal)).getAsJsonObject();
            for (JsonElement element : root.getAsJsonArray("versions")) {
                JsonObject entry = element.getAsJsonObject();
                ModelVersion version = new ModelVersion(
                        name,
                        entry.get("version").getAsString(),
                        entry.get("digest").getAsString(),
                        entry.get("origin").getAsString());
                version.state = State.valueOf(entry.get("state").getAsString());
                version.reason = entry.get("reason").getAsString();
                version.held = entry.get("held").getAsBoolean();
                entry.get("sources").getAsJsonArray().forEach(source -> version.sources.add(source.getAsString()));
                Path copy = copy(name, version.digest);
                if (Files.exists(copy)) {
                    version.files = () -> read(copy);
                    version.kept = true;
                    versions.add(version);
                } else if (version.state == State.RETIRED) {
                    versions.add(version);
                }
            }
            root.getAsJsonObject("carried")
                    .entrySet()
                    .forEach(entry ->
                            carried.put(entry.getKey(), entry.getValue().getAsString()));
        } catch (IOException | RuntimeException e) {
            logger.warn("Model {}: the journal {} cannot be read; its bundles decide anew", name, journal, e);
        }
        return new Kept(versions, carried);
    }

    private Path copy(String name, String digest) {
        return folder.resolve(name).resolve(digest.substring(0, 32) + COPY);
    }

    private ModelFiles read(Path copy) throws ModelRefusedException {
        try {
            return unpack(vault.open(Files.readAllBytes(copy)));
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new ModelRefusedException("its copy in " + copy + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] pack(ModelFiles files) {
        byte[][] parts = {files.model(), files.card(), files.golden()};
        int size = parts.length * Integer.BYTES;
        for (byte[] part : parts) {
            size = Math.addExact(size, part.length);
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        for (byte[] part : parts) {
            out.putInt(part.length).put(part);
        }
        return out.array();
    }

    private static ModelFiles unpack(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[][] parts = new byte[3][];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new byte[in.getInt()];
            in.get(parts[i]);
        }
        return new ModelFiles(parts[0], parts[1], parts[2]);
    }
}
