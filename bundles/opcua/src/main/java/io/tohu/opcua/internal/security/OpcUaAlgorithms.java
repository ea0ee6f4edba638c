/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.security;

import java.security.Provider;
import java.security.Security;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.jcajce.provider.asymmetric.rsa.CipherSpi;
import org.bouncycastle.jcajce.provider.asymmetric.rsa.PSSSignatureSpi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The two algorithms of policy Aes256_Sha256_RsaPss that the stack asks the Java platform for by names that only
 * BouncyCastle knows. They are there as long as this component is active, behind every other provider and under a name
 * of their own, so that nobody else's BouncyCastle is replaced or taken away.
 */
@Component(service = OpcUaAlgorithms.class)
public final class OpcUaAlgorithms {

    private final Provider provider = new Algorithms();

    @Activate
    public OpcUaAlgorithms() {
        Security.addProvider(provider);
    }

    /** Takes the algorithms back. */
    @Deactivate
    public void remove() {
        Security.removeProvider(provider.getName());
    }

    private static final class Algorithms extends Provider {

        private static final long serialVersionUID = 1L;

        Algorithms() {
            super("TohuOpcUa", "1", "RSASSA-PSS and RSA-OAEP with SHA-256 for OPC UA");
            put("Signature.SHA256withRSA/PSS", PSSSignatureSpi.SHA256withRSA.class.getName());
            put("Cipher.RSA/ECB/OAEPWithSHA256AndMGF1Padding", RsaOaepSha256.class.getName());
        }
    }

    /** RSA-OAEP with SHA-256 in both places, where the Java platform's own takes SHA-1 for the mask. */
    public static final class RsaOaepSha256 extends CipherSpi {

        public RsaOaepSha256() {
            super(new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        }
    }
}
