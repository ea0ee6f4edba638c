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

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;

/**
 * How this client proves who it is.
 *
 * @param keyPair its keys
 * @param certificate its certificate, which the server has to trust
 * @param applicationUri the URI in the certificate; servers compare it with the one in the session (Part 4, 6.1.3)
 * @param file where the certificate can be fetched to be installed on the server
 */
public record ClientIdentity(KeyPair keyPair, X509Certificate certificate, String applicationUri, Path file) {}
