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

import io.tohu.packaging.SigningKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certification authorities and signers, made while the test runs. */
public final class TestPki {

    /** The day on which the tests happen. */
    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static final AtomicLong SERIAL = new AtomicLong(1);
    private static final int CA_USAGE = KeyUsage.keyCertSign | KeyUsage.cRLSign;

    private TestPki() {}

    /** Someone with a key and a certificate. */
    public record Party(KeyPair keys, List<X509Certificate> chain) {

        public X509Certificate certificate() {
            return chain.get(0);
        }

        /** The key with its chain, the root left out as is customary. */
        public SigningKey key(X509CRL... lists) {
            List<X509Certificate> carried = chain.size() > 1 ? chain.subList(0, chain.size() - 1) : chain;
            return new SigningKey(keys.getPrivate(), carried, List.of(lists));
        }
    }

    /** What a certificate says; the defaults are those of a signer who is in order. */
    public record Spec(String name, boolean ca, int usage, KeyPurposeId purpose, Instant from, Instant to) {

        public static Spec signer(String name) {
            return new Spec(name, false, KeyUsage.digitalSignature, KeyPurposeId.id_kp_codeSigning, day(-30), day(335));
        }

        public static Spec authority(String name) {
            return new Spec(name, true, CA_USAGE, null, day(-300), day(3_000));
        }

        public Spec valid(Instant begin, Instant end) {
            return new Spec(name, ca, usage, purpose, begin, end);
        }

        public Spec for_(KeyPurposeId other) {
            return new Spec(name, ca, usage, other, from, to);
        }

        public Spec usage(int other) {
            return new Spec(name, ca, other, purpose, from, to);
        }
    }

    /** A day before or after the day of the tests. */
    public static Instant day(int days) {
        return NOW.plus(Duration.ofDays(days));
    }

    public static Party root(String name) {
        return issue(null, Spec.authority(name));
    }

    public static Party signer(Party issuer, String name) {
        return issue(issuer, Spec.signer(name));
    }

    /** @param issuer null for a certificate that is signed with its own key */
    public static Party issue(Party issuer, Spec spec) {
        return issue(issuer, spec, ec());
    }

    public static Party issue(Party issuer, Spec spec, KeyPair keys) {
        try {
            X500Name subject = new X500Name("CN=" + spec.name() + ",O=Test");
            X500Name by = issuer == null
                    ? subject
                    : X500Name.getInstance(
                            issuer.certificate().getSubjectX500Principal().getEncoded());
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    by,
                    BigInteger.valueOf(SERIAL.getAndIncrement()),
                    Date.from(spec.from()),
                    Date.from(spec.to()),
                    subject,
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(spec.ca()));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(spec.usage()));
            if (spec.purpose() != null) {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(spec.purpose()));
            }
            KeyPair signing = issuer == null ? keys : issuer.keys();
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder(algorithm(signing)).build(signing.getPrivate())));
            List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
            chain.addAll(issuer == null ? List.of() : issuer.chain());
            return new Party(keys, List.copyOf(chain));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new AssertionError(e);
        }
    }

    /** A revocation list of an issuer. */
    public static X509CRL revoke(Party issuer, Instant from, Instant next, X509Certificate... revoked) {
        try {
            X509v2CRLBuilder builder = new X509v2CRLBuilder(
                    X500Name.getInstance(
                            issuer.certificate().getSubjectX500Principal().getEncoded()),
                    Date.from(from));
            builder.setNextUpdate(Date.from(next));
            Arrays.stream(revoked)
                    .forEach(c -> builder.addCRLEntry(c.getSerialNumber(), Date.from(from), CRLReason.keyCompromise));
            return new JcaX509CRLConverter()
                    .getCRL(builder.build(new JcaContentSignerBuilder(algorithm(issuer.keys()))
                            .build(issuer.keys().getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    private static String algorithm(KeyPair keys) {
        return keys.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    }

    static KeyPair ec() {
        return keys("EC", 256);
    }

    static KeyPair keys(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
