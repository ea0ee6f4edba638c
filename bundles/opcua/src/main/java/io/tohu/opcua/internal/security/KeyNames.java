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

/**
 * Where keys and trust are found on the gateway.
 *
 * @param keystore pid of a Kura keystore, empty for the driver's own folder alone
 * @param clientAlias key entry of the keystore that is this client's, empty for a key that the driver makes
 */
public record KeyNames(String keystore, String clientAlias) {

    /** The driver's own folder. */
    public static final KeyNames OWN = new KeyNames("", "");

    /** Whether a keystore is used. */
    public boolean external() {
        return !keystore.isEmpty();
    }
}
