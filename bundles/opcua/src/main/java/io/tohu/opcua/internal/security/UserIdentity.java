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

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * How a user logs in by certificate.
 *
 * @param key the user's private key
 * @param chain the user's certificate and those that issued it
 */
public record UserIdentity(PrivateKey key, List<X509Certificate> chain) {}
