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
import io.tohu.trust.internal.content.Content;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The digests that count: SHA-2 of 256 bits and more. Others are passed over as if they were not there. */
public final class Digests {

    private static final List<String> ALGORITHMS = List.of("SHA-512", "SHA-384", "SHA-256");

    private final Map<String, byte[]> expected;

    private Digests(Map<String, byte[]> expected) {
        this.expected = expected;
    }

    /**
     * Takes the digests among some headers.
     *
     * @param header value by header name, null when there is none
     * @param suffix what follows the algorithm in a header's name, such as {@code -Digest}
     * @param of what they are digests of, for a refusal
     */
    static Digests among(UnaryOperator<String> header, String suffix, String of) throws RefusedException {
        Map<String, byte[]> expected = new TreeMap<>();
        for (String algorithm : ALGORITHMS) {
            String value = header.apply(algorithm + suffix);
            if (value != null) {
                expected.put(algorithm, decoded(value, of));
            }
        }
        return new Digests(expected);
    }

    private static byte[] decoded(String value, String of) throws RefusedException {
        try {
            return Base64.getDecoder().decode(value.trim());
        } catch (IllegalArgumentException e) {
            throw new RefusedException("The digest of " + of + " is not one.", e);
        }
    }

    boolean none() {
        return expected.isEmpty();
    }

    boolean match(byte[] content) {
        return expected.entrySet().stream()
                .allMatch(e ->
                        MessageDigest.isEqual(e.getValue(), digest(e.getKey()).digest(content)));
    }

    boolean match(Content content, String name) throws IOException, RefusedException {
        Map<String, MessageDigest> running = new TreeMap<>();
        expected.keySet().forEach(algorithm -> running.put(algorithm, digest(algorithm)));
        content.read(name, (buffer, length) -> running.values().forEach(d -> d.update(buffer, 0, length)));
        return running.entrySet().stream()
                .allMatch(e -> MessageDigest.isEqual(
                        expected.get(e.getKey()), e.getValue().digest()));
    }

    /** SHA-256 in lower-case hex. */
    public static String sha256(byte[] content) {
        return HexFormat.of().formatHex(digest("SHA-256").digest(content));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
