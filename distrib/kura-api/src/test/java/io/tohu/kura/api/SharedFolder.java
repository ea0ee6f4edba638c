/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds reference material that lies beside a working copy, not inside it. */
public final class SharedFolder {

    private SharedFolder() {}

    /**
     * The file {@code shared/<relative>} beside this project or one of the folders above it.
     *
     * <p>{@code -Dtohu.shared} or the environment variable {@code TOHU_SHARED} name another folder {@code shared}. Where
     * the file is not found, one line says so.
     */
    public static Optional<Path> find(String relative) {
        Optional<Path> found = folder().map(f -> f.resolve(relative)).filter(Files::exists);
        if (found.isEmpty()) {
            System.out.println("shared/" + relative + " is not here: what is checked against it is skipped");
        }
        return found;
    }

    private static Optional<Path> folder() {
        String given = System.getProperty("tohu.shared", System.getenv("TOHU_SHARED"));
        if (given != null) {
            return Optional.of(Path.of(given));
        }
        for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
            if (Files.isDirectory(p.resolve("shared/kura"))) {
                return Optional.of(p.resolve("shared"));
            }
        }
        return Optional.empty();
    }
}
