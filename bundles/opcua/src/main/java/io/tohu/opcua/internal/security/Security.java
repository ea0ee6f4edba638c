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

import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;

/**
 * Wanted security of the channel.
 *
 * @param policy security policy of the endpoint
 * @param mode message security mode of the endpoint
 * @param checkHost whether the certificate must name the host that is connected to
 */
public record Security(SecurityPolicy policy, MessageSecurityMode mode, boolean checkHost) {

    /** Plain text, nobody is authenticated. */
    public static final Security NONE = new Security(SecurityPolicy.None, MessageSecurityMode.None, false);

    /** Whether the server has to prove who it is. */
    public boolean authenticates() {
        return policy != SecurityPolicy.None;
    }

    /** As an operator knows it: {@code None} or {@code Basic256Sha256/SignAndEncrypt}. */
    @Override
    public String toString() {
        return name(policy, mode);
    }

    /** Policy and mode as an operator knows them. */
    public static String name(SecurityPolicy policy, MessageSecurityMode mode) {
        return mode == MessageSecurityMode.None ? policy.name() : policy.name() + "/" + mode.name();
    }
}
