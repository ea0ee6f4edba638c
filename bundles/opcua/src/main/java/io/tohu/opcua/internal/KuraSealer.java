/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal;

import io.tohu.opcua.internal.security.PkiException;
import io.tohu.opcua.internal.security.Sealer;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.crypto.CryptoService;

/** Seals with the gateway's CryptoService. */
final class KuraSealer implements Sealer {

    private final CryptoService crypto;

    KuraSealer(CryptoService crypto) {
        this.crypto = crypto;
    }

    @Override
    public char[] seal(char[] secret) throws PkiException {
        try {
            return crypto.encryptAes(secret);
        } catch (KuraException e) {
            throw new PkiException("the gateway cannot encrypt the password of the client's key", e);
        }
    }

    @Override
    public char[] open(char[] sealed) throws PkiException {
        try {
            return crypto.decryptAes(sealed);
        } catch (KuraException e) {
            throw new PkiException(
                    "the password of the client's key was encrypted with another key of the gateway: restore that, or"
                            + " delete client.p12 to have a new certificate made",
                    e);
        }
    }
}
