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

import io.tohu.trust.OriginVerifier;
import io.tohu.trust.Verdict;
import java.nio.file.Path;
import org.osgi.framework.Bundle;

/** The gate of the trust bundle. Loaded only where that bundle is: its package is imported when it is first needed. */
final class TrustGate implements SignatureGate {

    private final OriginVerifier verifier;

    TrustGate(Object verifier) {
        this.verifier = (OriginVerifier) verifier;
    }

    @Override
    public void check(Bundle bundle) throws ModelRefusedException {
        judge(verifier.verify(bundle));
    }

    @Override
    public void check(Path jar) throws ModelRefusedException {
        judge(verifier.verifyJar(jar));
    }

    private static void judge(Verdict verdict) throws ModelRefusedException {
        if (!verdict.allowed()) {
            throw new ModelRefusedException(verdict.reason());
        }
    }
}
