/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.trust.internal.path;

import io.tohu.trust.internal.RefusedException;
import io.tohu.trust.internal.signature.Signature;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** Decides whether a signer is trusted: purpose, path to a trusted certificate, validity, revocation. */
public final class SignerJudge {

    /** id-kp-codeSigning of RFC 5280. */
    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";

    private static final int DIGITAL_SIGNATURE = 0;

    private final TrustStore trust;
    private final Policy policy;

    public SignerJudge(TrustStore trust, Policy policy) {
        this.trust = trust;
        this.policy = policy;
    }

    /**
     * Judges the signer of an intact signature.
     *
     * @return how the signer is trusted, in sentences
     * @throws RefusedException when the signer is not trusted
     */
    public String judge(Signature signature, Moment moment) throws RefusedException {
        X509Certificate signer = signature.signer();
        requirePurpose(signer);
        CertificatePath path = CertificatePath.find(signer, signature.carried(), trust.certificates())
                .orElseThrow(() -> unknown(signer));
        List<X509CRL> lists = new ArrayList<>(trust.lists());
        lists.addAll(signature.lists());
        Revocation.judge(path, trust.certificates(), lists, policy, moment);
        List<String> notes = new ArrayList<>();
        Instant instant = Validity.judge(path.certificates(), policy, moment, notes);
        if (!path.pinned()) {
            validate(path, instant);
        }
        notes.add(
                0,
                path.pinned()
                        ? "Signed by " + SignerName.of(signer) + ", who is trusted by the keystore " + trust.name()
                                + "."
                        : "Signed by " + SignerName.of(signer) + ", trusted through " + SignerName.of(path.anchor())
                                + " in the keystore " + trust.name() + ".");
        return String.join(" ", notes);
    }

    private static void requirePurpose(X509Certificate signer) throws RefusedException {
        boolean[] usage = signer.getKeyUsage();
        boolean codeSigning;
        try {
            List<String> purposes = signer.getExtendedKeyUsage();
            codeSigning = purposes != null && purposes.contains(CODE_SIGNING);
        } catch (CertificateParsingException e) {
            throw new RefusedException("The certificate of " + SignerName.of(signer) + " is damaged.", e);
        }
        if (!codeSigning || usage != null && !usage[DIGITAL_SIGNATURE]) {
            throw new RefusedException(
                    "The certificate of " + SignerName.of(signer)
                            + " is not made for signing code (extended key usage codeSigning). Have it signed with one that is.");
        }
    }

    private RefusedException unknown(X509Certificate signer) {
        if (!trust.problem().isEmpty()) {
            return new RefusedException(trust.problem());
        }
        return new RefusedException("Signed by " + SignerName.of(signer) + " (SHA-256 " + SignerName.fingerprint(signer)
                + "), issued by " + SignerName.of(signer.getIssuerX500Principal())
                + ": neither is trusted by the keystore "
                + trust.name() + ", which has " + trust.certificates().size()
                + " trusted certificates. If you know and trust them, add the certificate of one of them there.");
    }

    private static void validate(CertificatePath path, Instant instant) throws RefusedException {
        try {
            CertPath certPath = CertificateFactory.getInstance("X.509").generateCertPath(path.certificates());
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(path.anchor(), null)));
            // Revocation is judged apart.
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(instant));
            CertPathValidator.getInstance("PKIX").validate(certPath, parameters);
        } catch (CertPathValidatorException e) {
            String at = e.getIndex() >= 0
                    ? " at " + SignerName.of(path.certificates().get(e.getIndex()))
                    : "";
            throw new RefusedException(
                    "The path from " + SignerName.of(path.certificates().get(0)) + " to "
                            + SignerName.of(path.anchor()) + " is not valid" + at + ": " + e.getMessage()
                            + ". Have it signed with a certificate whose issuers are in order.",
                    e);
        } catch (GeneralSecurityException e) {
            throw new RefusedException("The path of its signer cannot be checked: " + e.getMessage() + ".", e);
        }
    }
}
