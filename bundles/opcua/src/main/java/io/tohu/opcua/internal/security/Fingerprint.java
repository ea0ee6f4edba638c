/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.security;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** SHA-256 fingerprints of certificates, as {@code AB:CD:…} like browsers and openssl show them. */
public final class Fingerprint {

    private static final int HEX_DIGITS = 64;

    private Fingerprint() {}

    /** The fingerprint of a certificate. */
    public static String of(X509Certificate certificate) {
        try {
            return HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a certificate without an encoding", e);
        }
    }

    /**
     * Reads a list, separated by commas, semicolons or white space; with or without colons, in any case.
     *
     * @param wrong gets every entry that is not a SHA-256 fingerprint; it is left out
     */
    public static Set<String> parse(String list, Consumer<String> wrong) {
        Set<String> fingerprints = new LinkedHashSet<>();
        for (String entry : list.trim().split("[,;\\s]+")) {
            String digits = entry.replace(":", "").toUpperCase(Locale.ROOT);
            if (digits.length() == HEX_DIGITS && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
                fingerprints.add(HexFormat.ofDelimiter(":")
                        .withUpperCase()
                        .formatHex(HexFormat.of().parseHex(digits)));
            } else if (!entry.isEmpty()) {
                wrong.accept(entry);
            }
        }
        return Set.copyOf(fingerprints);
    }
}
