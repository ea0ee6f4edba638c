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
import io.tohu.trust.internal.content.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The signature of a jar (JAR File Specification, Signed JAR File), taken strictly: every entry has a digest in the
 * manifest, every digest an entry, and every signer signed the manifest as it is. What the specification lets pass
 * beyond that, entries that nobody signed or a manifest that grew after the first signer, is refused.
 */
public final class JarSignature {

    private static final int TEXT_BYTES = 16 << 20;
    private static final int BLOCK_BYTES = 1 << 20;

    private JarSignature() {}

    /**
     * Checks that the content is what its signers signed.
     *
     * @return the signatures; none when there is no trace of one
     * @throws RefusedException when a signature is there and does not cover exactly this content
     */
    public static Signed check(Content content) throws IOException, RefusedException {
        SignatureFiles files = SignatureFiles.among(content.names());
        if (files.none()) {
            return Signed.NOT;
        }
        if (!content.names().contains(ManifestSections.MANIFEST)) {
            throw new RefusedException("It has a signature but no manifest. Get it again from its source.");
        }
        byte[] bytes = Limits.small(content, ManifestSections.MANIFEST, TEXT_BYTES);
        List<Signature> signatures = new ArrayList<>();
        for (SignatureFiles.Pair pair : files.pairs()) {
            byte[] signed = Limits.small(content, pair.signed(), TEXT_BYTES);
            signatures.addAll(CmsBlock.verify(Limits.small(content, pair.block(), BLOCK_BYTES), signed, pair.block()));
            requireManifest(ManifestSections.parse(signed, pair.signed()), pair.signed(), bytes);
        }
        requireEntries(ManifestSections.parse(bytes, ManifestSections.MANIFEST), content);
        return new Signed(signatures, Digests.sha256(bytes));
    }

    private static void requireManifest(ManifestSections signed, String name, byte[] manifest) throws RefusedException {
        Digests digests = Digests.among(signed::header, "-Digest-Manifest", ManifestSections.MANIFEST);
        if (digests.none()) {
            throw new RefusedException(
                    name + " has no SHA-256 or stronger digest of the manifest. Have it signed again.");
        }
        if (!digests.match(manifest)) {
            throw new RefusedException(
                    "The manifest is not the one that was signed in " + name
                            + ". Do not use this file; get it again from its source. Several signers must use one digest algorithm.");
        }
    }

    private static void requireEntries(ManifestSections manifest, Content content)
            throws IOException, RefusedException {
        for (String name : manifest.names()) {
            if (!content.names().contains(name) && !name.endsWith("/")) {
                throw new RefusedException(name + " was signed and is missing. Get the file again from its source.");
            }
        }
        for (String name : content.names()) {
            if (!SignatureFiles.isOne(name)) {
                EntryDigest.require(manifest, content, name);
            }
        }
    }
}
