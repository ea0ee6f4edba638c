/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.security.keystore;

import java.security.KeyStore;
import java.security.cert.CRL;
import java.security.cert.CertStore;
import java.security.cert.X509CRL;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import org.eclipse.kura.KuraException;
import org.osgi.annotation.versioning.ProviderType;

/** Keys, certificates and revocation lists of the gateway. */
@ProviderType
public interface KeystoreService {

    KeyStore getKeyStore() throws KuraException;

    KeyStore.Entry getEntry(String alias) throws KuraException;

    void setEntry(String alias, KeyStore.Entry entry) throws KuraException;

    Map<String, KeyStore.Entry> getEntries() throws KuraException;

    void deleteEntry(String alias) throws KuraException;

    List<KeyManager> getKeyManagers(String algorithm) throws KuraException;

    List<KeyManager> getKeyManagers(String algorithm, String provider) throws KuraException;

    List<String> getAliases() throws KuraException;

    Collection<CRL> getCRLs() throws KuraException;

    CertStore getCRLStore() throws KuraException;

    void addCRL(X509CRL crl) throws KuraException;
}
