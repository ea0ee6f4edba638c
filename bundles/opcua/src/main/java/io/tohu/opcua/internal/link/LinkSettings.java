/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.link;

import io.tohu.opcua.internal.security.KeyNames;
import io.tohu.opcua.internal.security.Security;
import java.time.Duration;

/**
 * Everything that decides how a connection is made: when two settings are equal, a configuration change between them
 * needs no reconnect.
 *
 * @param endpointUrl where the server is asked for its endpoints, {@code opc.tcp://host:port/path}
 * @param keepHost connect to host and port of {@code endpointUrl}, even when the server announces others
 * @param security wanted policy and message mode
 * @param credentials user or anonymous
 * @param keys where keys and trust are found
 * @param applicationName how the driver presents itself to the server
 * @param requestTimeout longest wait for one answer, also for a connection to open
 * @param sessionTimeout how long the server keeps a session whose client is silent
 */
public record LinkSettings(
        String endpointUrl,
        boolean keepHost,
        Security security,
        Credentials credentials,
        KeyNames keys,
        String applicationName,
        Duration requestTimeout,
        Duration sessionTimeout) {}
