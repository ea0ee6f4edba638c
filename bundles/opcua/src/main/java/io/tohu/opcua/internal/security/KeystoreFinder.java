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

import org.eclipse.kura.security.keystore.KeystoreService;

/** The gateway's keystores. */
@FunctionalInterface
public interface KeystoreFinder {

    /** The keystore with a {@code kura.service.pid}, or null while there is none. */
    KeystoreService find(String pid);
}
