/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Bundle;

/**
 * Judges by its signature where something comes from, against the certificates in a Kura keystore.
 *
 * <p>No method throws or keeps anything open: what cannot be read is refused with the reason. Each call reads the whole
 * content in the caller's thread; calls may come from several threads.
 *
 * <p>The service properties change when trust does (certificates, revocation lists, settings). Who holds a refusal asks
 * again then: a DS reference with an {@code updated} method is told. A verifier whose service has gone goes on judging
 * with the trust it knew last, so that the next version of the verifier can be judged by the one before.
 */
@ProviderType
public interface OriginVerifier {

    /** Service property (Long) that grows whenever something once refused could now be accepted, or the reverse. */
    String GENERATION = "trust.generation";

    /** Service property (Boolean): whether content without any signature is allowed by configuration. */
    String UNSIGNED_ALLOWED = "trust.unsigned.allowed";

    /**
     * Judges an installed bundle by the JAR signature among its entries, resolved or not. The bundle is not made to
     * resolve, and its fragments do not count.
     */
    Verdict verify(Bundle bundle);

    /** Judges a jar file by its JAR signature. */
    Verdict verifyJar(Path jar);

    /** Judges a deployment package ({@code .dp}) by the signature in the main section of its manifest. */
    Verdict verifyPackage(Path dp);

    /** What is trusted now. */
    TrustState state();
}
