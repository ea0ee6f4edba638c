/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust.internal.content;

import io.tohu.trust.internal.RefusedException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects the names of an archive's entries and refuses those that mean different things to different readers. */
final class Names {

    private static final String META_INF = "META-INF/";
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final Set<String> seen = new HashSet<>();
    private final Set<String> files = new LinkedHashSet<>();

    void add(String name) throws RefusedException {
        if (seen.size() >= Limits.NAMES) {
            throw new RefusedException("It has more than " + Limits.NAMES + " entries.");
        }
        check(name);
        if (!seen.add(name)) {
            throw new RefusedException("It has two entries of the name " + shown(name)
                    + ", and which of them counts depends on the reader. Build and sign it again.");
        }
        if (!name.endsWith("/")) {
            files.add(name);
        }
    }

    private static void check(String name) throws RefusedException {
        if (name.isEmpty() || name.length() > Limits.NAME_LENGTH) {
            throw new RefusedException(
                    "An entry's name is empty or longer than " + Limits.NAME_LENGTH + " characters.");
        }
        if (name.startsWith("/") || name.indexOf('\\') >= 0 || ("/" + name + "/").contains("/../") || control(name)) {
            throw new RefusedException("The entry " + shown(name)
                    + " leads out of the archive or hides its name. Do not use this file; ask where it comes from.");
        }
        boolean metaInf = name.regionMatches(true, 0, META_INF, 0, META_INF.length());
        boolean asWritten = name.startsWith(META_INF) && (!name.equalsIgnoreCase(MANIFEST) || name.equals(MANIFEST));
        if (metaInf && !asWritten) {
            throw new RefusedException("The entry " + shown(name)
                    + " is not written as META-INF/MANIFEST.MF is, and some" + " readers would take it for that.");
        }
    }

    private static boolean control(String name) {
        return name.chars().anyMatch(c -> c < ' ' || c == 0x7f);
    }

    /** A name as a sentence can hold it. */
    static String shown(String name) {
        String visible = name.replaceAll("\\p{Cntrl}", "?");
        return visible.length() > 80 ? visible.substring(0, 80) + "…" : visible;
    }

    Set<String> files() {
        return Collections.unmodifiableSet(files);
    }

    Set<String> all() {
        return seen;
    }
}
