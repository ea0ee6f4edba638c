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

import io.tohu.trust.OriginVerifier;
import io.tohu.trust.TrustState;
import io.tohu.trust.Verdict;
import io.tohu.trust.Verdict.Outcome;
import io.tohu.trust.internal.content.BundleContent;
import io.tohu.trust.internal.content.Content;
import io.tohu.trust.internal.content.Limits;
import io.tohu.trust.internal.content.ZipContent;
import io.tohu.trust.internal.path.Moment;
import io.tohu.trust.internal.path.SignerJudge;
import io.tohu.trust.internal.path.SignerName;
import io.tohu.trust.internal.signature.JarSignature;
import io.tohu.trust.internal.signature.PackageSignature;
import io.tohu.trust.internal.signature.Signature;
import io.tohu.trust.internal.signature.Signed;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;

/** The verifier: first whether a signature fits, then whether its signer is trusted now. */
public final class Origins implements OriginVerifier {

    private final Supplier<Trust> trust;
    private final Acceptances acceptances;
    private final Supplier<Instant> clock;

    /**
     * @param trust whom to trust now
     * @param acceptances what was accepted before
     * @param clock the gateway's time
     */
    public Origins(Supplier<Trust> trust, Acceptances acceptances, Supplier<Instant> clock) {
        this.trust = trust;
        this.acceptances = acceptances;
        this.clock = clock;
    }

    @FunctionalInterface
    private interface Check {
        Signed run(int megabytes) throws IOException, RefusedException;
    }

    @Override
    public Verdict verify(Bundle bundle) {
        return verdict(megabytes -> {
            try (Content content = new BundleContent(bundle, new Limits(megabytes))) {
                return JarSignature.check(content);
            }
        });
    }

    @Override
    public Verdict verifyJar(Path jar) {
        return verdict(megabytes -> {
            try (Content content = new ZipContent(jar, new Limits(megabytes))) {
                return JarSignature.check(content);
            }
        });
    }

    @Override
    public Verdict verifyPackage(Path dp) {
        return verdict(megabytes -> PackageSignature.check(dp, megabytes));
    }

    private Verdict verdict(Check check) {
        Trust now = trust.get();
        try {
            Signed signed = check.run(now.policy().megabytes());
            return signed.signatures().isEmpty() ? unsigned(now) : signed(signed, now);
        } catch (RefusedException e) {
            return Verdict.withoutSigner(Outcome.REFUSED, e.getMessage());
        } catch (NoSuchFileException e) {
            return Verdict.withoutSigner(Outcome.REFUSED, "There is no file " + e.getMessage() + ".");
        } catch (IOException | RuntimeException e) {
            // What a hostile archive makes its readers throw is not known beforehand; whatever it is, it is a refusal.
            return Verdict.withoutSigner(
                    Outcome.REFUSED, "It cannot be read: " + e.getMessage() + ". Get it again from its source.");
        }
    }

    private static Verdict unsigned(Trust now) {
        return now.policy().unsignedAllowed()
                ? Verdict.withoutSigner(
                        Outcome.UNSIGNED_ALLOWED, "It is not signed, which the settings of Tohu's trust allow.")
                : Verdict.withoutSigner(
                        Outcome.REFUSED,
                        "It is not signed. Have it signed, or allow unsigned content in the settings of Tohu's trust.");
    }

    /** One trusted signer is enough; when there is none, the first one's refusal is told. */
    private Verdict signed(Signed signed, Trust now) {
        SignerJudge judge = new SignerJudge(now.store(), now.policy());
        Verdict first = null;
        for (Signature signature : signed.signatures()) {
            Verdict verdict = judged(judge, signature, signed.digest());
            if (verdict.allowed()) {
                return verdict;
            }
            first = first == null ? verdict : first;
        }
        return first;
    }

    private Verdict judged(SignerJudge judge, Signature signature, String digest) {
        String name = SignerName.of(signature.signer());
        String fingerprint = SignerName.fingerprint(signature.signer());
        Instant now = clock.get();
        Moment moment = new Moment(now, acceptances.floor(), acceptances.first(digest, fingerprint));
        try {
            String reason = judge.judge(signature, moment);
            acceptances.add(digest, fingerprint, moment.now());
            return new Verdict(Outcome.ACCEPTED, name, fingerprint, reason);
        } catch (RefusedException e) {
            return new Verdict(Outcome.REFUSED, name, fingerprint, e.getMessage());
        }
    }

    @Override
    public TrustState state() {
        Trust now = trust.get();
        return new TrustState(
                now.generation(),
                now.store().name(),
                now.store().certificates().size(),
                now.store().lists().size(),
                now.policy().unsignedAllowed(),
                now.store().problem());
    }
}
