/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust.internal;

import io.tohu.trust.internal.path.Policy;
import io.tohu.trust.internal.path.TrustStore;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a gateway trusts, changeable, and its verifier. */
final class Gateway {

    static final int GRACE_DAYS = 30;

    private final List<X509Certificate> certificates = new ArrayList<>();
    private final List<X509CRL> lists = new ArrayList<>();
    private Policy policy = new Policy(false, Duration.ofDays(GRACE_DAYS), false, 64);
    private Instant now = TestPki.NOW;

    Gateway trusting(X509Certificate... trusted) {
        certificates.addAll(List.of(trusted));
        return this;
    }

    Gateway knowing(X509CRL... revoked) {
        lists.addAll(List.of(revoked));
        return this;
    }

    Gateway unsignedAllowed() {
        policy = new Policy(true, policy.grace(), policy.currentListNeeded(), policy.megabytes());
        return this;
    }

    Gateway currentListNeeded() {
        policy = new Policy(policy.unsignedAllowed(), policy.grace(), true, policy.megabytes());
        return this;
    }

    Gateway upTo(int megabytes) {
        policy = new Policy(policy.unsignedAllowed(), policy.grace(), policy.currentListNeeded(), megabytes);
        return this;
    }

    Gateway at(Instant time) {
        now = time;
        return this;
    }

    Origins verifier() {
        return verifier(Acceptances.inMemory());
    }

    Origins verifier(Acceptances acceptances) {
        return new Origins(
                () -> new Trust(new TrustStore("PackageTrust", certificates, lists, ""), policy, 1),
                acceptances,
                () -> now);
    }
}
