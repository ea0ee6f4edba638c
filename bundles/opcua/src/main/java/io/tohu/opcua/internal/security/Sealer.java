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

/** Encrypts the password of the key store, with whatever the gateway has for that. */
public interface Sealer {

    /** @throws PkiException when the gateway cannot encrypt */
    char[] seal(char[] secret) throws PkiException;

    /** @throws PkiException when it was not sealed on this gateway */
    char[] open(char[] sealed) throws PkiException;
}
