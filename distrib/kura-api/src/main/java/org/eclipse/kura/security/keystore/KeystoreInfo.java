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

/** Type and size of a keystore. */
public class KeystoreInfo {

    private final String keystoreServicePid;
    private String type;
    private int size;

    public KeystoreInfo(String keystoreServicePid) {
        this.keystoreServicePid = keystoreServicePid;
    }

    public String getKeystoreServicePid() {
        return keystoreServicePid;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public int getSize() {
        return size;
    }

    public void setSize(int size) {
        this.size = size;
    }
}
