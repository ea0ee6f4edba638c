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

import java.lang.reflect.Proxy;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.security.keystore.KeystoreService;

/** A keystore of the gateway, in memory. */
final class TestKeystore {

    static final String PID = "plantKeystore";

    private final Map<String, KeyStore.Entry> entries = new ConcurrentHashMap<>();
    private final List<CRL> lists = new CopyOnWriteArrayList<>();
    private volatile boolean there = true;
    private volatile boolean broken;

    TestKeystore trust(X509Certificate certificate) {
        entries.put("trusted " + certificate.getSerialNumber(), new KeyStore.TrustedCertificateEntry(certificate));
        return this;
    }

    TestKeystore key(String alias, KeyPair keys, X509Certificate... chain) {
        entries.put(alias, new KeyStore.PrivateKeyEntry(keys.getPrivate(), chain));
        return this;
    }

    void revoke(CRL list) {
        lists.add(list);
    }

    void clear() {
        entries.clear();
    }

    void leave() {
        there = false;
    }

    void come() {
        there = true;
    }

    void damage() {
        broken = true;
    }

    /** As a driver finds it. */
    KeystoreService find(String pid) {
        return there && PID.equals(pid) ? service() : null;
    }

    private KeystoreService service() {
        return (KeystoreService) Proxy.newProxyInstance(
                KeystoreService.class.getClassLoader(),
                new Class<?>[] {KeystoreService.class},
                (proxy, method, args) -> answer(method.getName(), args));
    }

    private Object answer(String method, Object[] args) throws KuraException {
        if (broken) {
            throw new KuraException(KuraErrorCode.BAD_REQUEST, "wrong password");
        }
        return switch (method) {
            case "getEntries" -> Map.copyOf(entries);
            case "getEntry" -> entries.get(args[0]);
            case "getCRLs" -> new ArrayList<>(lists);
            default -> throw new UnsupportedOperationException(method);
        };
    }
}
