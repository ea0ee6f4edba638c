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
import java.security.Key;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Store;

/** A detached signature in the Cryptographic Message Syntax (RFC 5652, SignedData). */
final class CmsBlock {

    private static final int MOST_SIGNERS = 8;
    private static final int MOST_CARRIED = 32;
    private static final int RSA_BITS = 2048;
    private static final int EC_BITS = 256;

    private static final Set<String> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId());

    private CmsBlock() {}

    /**
     * Checks that each signer of a block signed some bytes.
     *
     * @param where what holds the block, for a refusal
     * @throws RefusedException when the block is damaged, a signature does not fit, or its strength does not suffice
     */
    static List<Signature> verify(byte[] block, byte[] signed, String where) throws RefusedException {
        try {
            CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(signed), block);
            Collection<SignerInformation> signers = cms.getSignerInfos().getSigners();
            if (signers.isEmpty() || signers.size() > MOST_SIGNERS) {
                throw new RefusedException(
                        where + " has " + signers.size() + " signers; 1 to " + MOST_SIGNERS + " are taken.");
            }
            List<X509Certificate> carried = certificates(cms.getCertificates());
            List<X509CRL> lists = lists(cms.getCRLs());
            List<Signature> signatures = new ArrayList<>();
            for (SignerInformation signer : signers) {
                signatures.add(new Signature(verified(signer, cms, where), carried, lists));
            }
            return signatures;
        } catch (CMSException | CertificateException | CRLException | RuntimeException e) {
            // A damaged structure shows in BouncyCastle as whatever exception it runs into.
            throw new RefusedException(
                    where + " is damaged or no signature. Get the file again, or have it signed again.", e);
        }
    }

    private static X509Certificate verified(SignerInformation signer, CMSSignedData cms, String where)
            throws RefusedException, CertificateException {
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> holders = cms.getCertificates().getMatches(signer.getSID());
        if (holders.size() != 1) {
            throw new RefusedException(where + " does not carry its signer's certificate. Have it signed again.");
        }
        X509Certificate certificate =
                converter().getCertificate(holders.iterator().next());
        if (!DIGESTS.contains(signer.getDigestAlgOID()) || !strong(certificate.getPublicKey())) {
            throw new RefusedException(where + " is too weak: SHA-256 or better with RSA of " + RSA_BITS
                    + " bits, EC of " + EC_BITS + " bits or Ed25519 is needed. Have it signed again with such a key.");
        }
        try {
            // By key, not by certificate: with a certificate the library also judges the signer's own word on the time.
            if (signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()))) {
                return certificate;
            }
        } catch (CMSException | OperatorCreationException e) {
            throw new RefusedException(tampered(where), e);
        }
        throw new RefusedException(tampered(where));
    }

    private static String tampered(String where) {
        return where
                + " does not fit: what it signs was changed afterwards. Do not use this file; get it again from its"
                + " source.";
    }

    private static boolean strong(Key key) {
        if (key instanceof RSAKey rsa) {
            return rsa.getModulus().bitLength() >= RSA_BITS;
        }
        if (key instanceof ECKey ec) {
            return ec.getParams().getOrder().bitLength() >= EC_BITS;
        }
        return !(key instanceof DSAKey);
    }

    private static List<X509Certificate> certificates(Store<X509CertificateHolder> store)
            throws CertificateException, RefusedException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (X509CertificateHolder holder : few(store.getMatches(null))) {
            certificates.add(converter().getCertificate(holder));
        }
        return certificates;
    }

    private static List<X509CRL> lists(Store<X509CRLHolder> store) throws CRLException, RefusedException {
        List<X509CRL> lists = new ArrayList<>();
        for (X509CRLHolder holder : few(store.getMatches(null))) {
            lists.add(new JcaX509CRLConverter().getCRL(holder));
        }
        return lists;
    }

    private static <T> Collection<T> few(Collection<T> carried) throws RefusedException {
        if (carried.size() > MOST_CARRIED) {
            throw new RefusedException("It carries more than " + MOST_CARRIED + " certificates or revocation lists.");
        }
        return carried;
    }

    private static JcaX509CertificateConverter converter() {
        return new JcaX509CertificateConverter();
    }
}
