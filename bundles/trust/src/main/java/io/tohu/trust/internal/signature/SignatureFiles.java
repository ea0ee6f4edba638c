/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust.internal.signature;

import io.tohu.trust.internal.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The files of a jar that make up its signatures: one {@code .SF} and one block of the same name for each signer. */
final class SignatureFiles {

    private static final String FOLDER = "META-INF/";
    private static final int MOST = 8;

    private final List<Pair> pairs;

    /** What a signer signed, and the signature. */
    record Pair(String signed, String block) {}

    private SignatureFiles(List<Pair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    static SignatureFiles among(Set<String> names) throws RefusedException {
        Map<String, String> signed = new TreeMap<>();
        Map<String, String> blocks = new TreeMap<>();
        for (String name : names) {
            if (isOne(name) && !name.equals(ManifestSections.MANIFEST)) {
                String upper = name.toUpperCase(Locale.ROOT);
                String base = upper.substring(0, Math.max(upper.lastIndexOf('.'), FOLDER.length()));
                String other = (upper.endsWith(".SF") ? signed : blocks).put(base, name);
                if (other != null) {
                    throw new RefusedException(
                            other + " and " + name + " are two parts of one signature. Have it signed again.");
                }
            }
        }
        if (!signed.keySet().equals(blocks.keySet())) {
            throw new RefusedException("Part of its signature is missing: there is " + signed.values() + " and "
                    + blocks.values() + ". Get it again from its source.");
        }
        if (signed.size() > MOST) {
            throw new RefusedException("It has " + signed.size() + " signatures; up to " + MOST + " are taken.");
        }
        List<Pair> pairs = new ArrayList<>();
        signed.forEach((base, name) -> pairs.add(new Pair(name, blocks.get(base))));
        return new SignatureFiles(pairs);
    }

    /** Whether an entry belongs to the signatures themselves, the manifest included, and so has no digest. */
    static boolean isOne(String name) {
        if (!name.startsWith(FOLDER) || name.indexOf('/', FOLDER.length()) >= 0) {
            return false;
        }
        String file = name.substring(FOLDER.length()).toUpperCase(Locale.ROOT);
        return file.equals("MANIFEST.MF") || file.startsWith("SIG-") || file.matches(".*\\.(SF|RSA|DSA|EC)");
    }

    boolean none() {
        return pairs.isEmpty();
    }

    List<Pair> pairs() {
        return pairs;
    }
}
