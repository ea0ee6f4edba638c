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
import io.tohu.trust.internal.content.Limits;
import io.tohu.trust.internal.content.ZipContent;
import io.tohu.trust.internal.content.ZipStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The signature of a deployment package. DeploymentAdmin refuses a package with the files of a JAR signature, so it is
 * in the manifest: each section has the {@code SHA-256-Digest} of its entry, and the header {@value #HEADER} of the main
 * section holds a detached CMS signature, in base64, of the manifest's bytes without that header.
 *
 * <p>The package is read as DeploymentAdmin reads it, as a stream.
 */
public final class PackageSignature {

    /** Header of the main section. */
    public static final String HEADER = "Tohu-Signature";

    private static final int MANIFEST_BYTES = 4 << 20;

    private PackageSignature() {}

    /**
     * Checks that a package is what its signers signed.
     *
     * @return the signatures; none when there is no trace of one
     * @throws RefusedException when a signature is there and does not cover exactly this package
     */
    public static Signed check(Path dp, int megabytes) throws IOException, RefusedException {
        // Both readers must see the same entries, though DeploymentAdmin is only one of them.
        new ZipContent(dp, new Limits(megabytes)).close();
        try (ZipStream stream = new ZipStream(dp, new Limits(megabytes))) {
            if (!ManifestSections.MANIFEST.equals(stream.next())) {
                throw new RefusedException("It is no deployment package: its first entry is not the manifest.");
            }
            byte[] bytes = Limits.small(stream, ManifestSections.MANIFEST, MANIFEST_BYTES);
            ManifestSections manifest = ManifestSections.parse(bytes, ManifestSections.MANIFEST);
            if (manifest.header("DeploymentPackage-SymbolicName") == null) {
                throw new RefusedException("It is no deployment package: its manifest does not name one.");
            }
            String block = manifest.header(HEADER);
            if (block == null) {
                requireNoTrace(manifest);
                return Signed.NOT;
            }
            List<Signature> signatures = CmsBlock.verify(decoded(block), manifest.without(HEADER), "Its signature");
            requireEntries(manifest, stream);
            return new Signed(signatures, Digests.sha256(bytes));
        }
    }

    private static void requireNoTrace(ManifestSections manifest) throws RefusedException {
        for (String name : manifest.names()) {
            if (manifest.header(name, "SHA-256-Digest") != null) {
                throw new RefusedException(
                        "Its signature was taken away: the digests of one are still there. Get it again"
                                + " from its source.");
            }
        }
    }

    private static byte[] decoded(String block) throws RefusedException {
        try {
            return Base64.getDecoder().decode(block);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("Its signature is damaged. Get it again from its source.", e);
        }
    }

    private static void requireEntries(ManifestSections manifest, ZipStream stream)
            throws IOException, RefusedException {
        List<String> entries = new ArrayList<>();
        for (String name = stream.next(); name != null; name = stream.next()) {
            EntryDigest.require(manifest, stream, name);
            entries.add(name);
        }
        List<String> signed = new ArrayList<>();
        manifest.names().forEach(signed::add);
        if (!entries.equals(signed)) {
            throw new RefusedException("It does not hold the files that were signed, in their order: signed were "
                    + signed + ". Get it again from its source.");
        }
    }
}
