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

import io.tohu.inference.ModelCard;
import io.tohu.inference.ModelStatus;
import io.tohu.inference.ModelStatus.State;
import java.util.LinkedHashSet;
import java.util.Set;
import org.osgi.framework.Version;

/**
 * One version of a model that passed its gates, from its arrival on. Changed by the catalog only.
 */
final class ModelVersion {

    final String name;
    final String version;
    /** Identity of its content. */
    final String digest;

    final String origin;
    /** Sources that have brought it; it goes with the last of them. */
    final Set<String> sources = new LinkedHashSet<>();
    /** Where its files are, for when it is loaded again. */
    ModelFilesSupplier files;
    /** Whether its files stay there whatever becomes of its source. */
    boolean kept;

    State state = State.LOADED;
    String reason = "";
    /** Null while it is not loaded. */
    LoadedModel model;
    /** Held versions are not promoted by themselves. */
    boolean held;

    /** Reads the files of a version. */
    interface ModelFilesSupplier {
        ModelFiles read() throws ModelRefusedException;
    }

    ModelVersion(String name, String version, String digest, String origin) {
        this.name = name;
        this.version = version;
        this.digest = digest;
        this.origin = origin;
    }

    String id() {
        return version.isEmpty() ? name : name + " " + version;
    }

    /** Whether it came without a card: it has no life cycle then, it is there or not. */
    boolean isBare() {
        return version.isEmpty();
    }

    boolean scoresWindows() {
        return model != null
                && model.card()
                        .map(file -> file.card().task() == ModelCard.Task.ANOMALY)
                        .orElse(false);
    }

    boolean isHigherThan(ModelVersion other) {
        return order(version).compareTo(order(other.version)) > 0;
    }

    /** Reads a source's files again, which must be those that it brought. */
    static ModelFiles unchanged(ModelSource source, String digest) throws ModelRefusedException {
        ModelFiles files = source.read();
        if (!files.digest().equals(digest)) {
            throw new ModelRefusedException(source.origin() + " holds another version by now");
        }
        return files;
    }

    /** Order of versions; what is none is the lowest. */
    static Version order(String text) {
        try {
            return Version.parseVersion(text);
        } catch (IllegalArgumentException e) {
            return Version.emptyVersion;
        }
    }

    ModelStatus status() {
        return new ModelStatus(name, version, state, reason, origin);
    }
}
