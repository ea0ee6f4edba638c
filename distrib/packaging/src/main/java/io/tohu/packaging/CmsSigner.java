/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.packaging;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CRLHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;
import org.bouncycastle.util.Store;

/** Makes detached signatures in the Cryptographic Message Syntax (RFC 5652). */
final class CmsSigner {

    private CmsSigner() {}

    /** Signs content with certificates and revocation lists carried along. */
    static byte[] sign(byte[] content, SigningKey key) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .build(
                                    new JcaContentSignerBuilder(algorithm(key)).build(key.key()),
                                    key.chain().get(0)));
            generator.addCertificates(new JcaCertStore(key.chain()));
            generator.addCRLs(new CollectionStore<>(holders(key)));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded();
        } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
            throw new PackagingException("cannot sign: " + e.getMessage(), e);
        }
    }

    /** Adds revocation lists to a signature that another tool made. */
    static byte[] carrying(byte[] block, SigningKey key) throws IOException {
        try {
            CMSSignedData signed = new CMSSignedData(block);
            List<X509CRLHolder> lists = new ArrayList<>(signed.getCRLs().getMatches(null));
            lists.addAll(holders(key));
            Store<X509CRLHolder> all = new CollectionStore<>(lists);
            return CMSSignedData.replaceCertificatesAndCRLs(
                            signed, signed.getCertificates(), signed.getAttributeCertificates(), all)
                    .getEncoded();
        } catch (CMSException | GeneralSecurityException e) {
            throw new PackagingException("cannot add revocation lists: " + e.getMessage(), e);
        }
    }

    private static List<X509CRLHolder> holders(SigningKey key) throws CRLException {
        List<X509CRLHolder> holders = new ArrayList<>();
        for (X509CRL list : key.lists()) {
            holders.add(new JcaX509CRLHolder(list));
        }
        return holders;
    }

    private static String algorithm(SigningKey key) {
        if (key.key() instanceof RSAKey) {
            return "SHA256withRSA";
        }
        if (key.key() instanceof ECKey) {
            return "SHA256withECDSA";
        }
        throw new PackagingException(
                "keys of the kind " + key.key().getAlgorithm() + " cannot sign here: use RSA or EC");
    }
}
