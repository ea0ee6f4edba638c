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

import org.eclipse.milo.opcua.stack.core.types.enumerated.UserTokenType;

/**
 * Who the driver is on the server.
 *
 * @param user user name; empty when there is none
 * @param password password in clear text, empty without a user name
 * @param certificate key entry of the keystore whose certificate logs in instead of a user name; empty when there is none
 */
public record Credentials(String user, String password, String certificate) {

    /** No user name: the server must accept anonymous sessions. */
    public static final Credentials ANONYMOUS = new Credentials("", "");

    public Credentials(String user, String password) {
        this(user, password, "");
    }

    /** Logs in by a certificate of the keystore. */
    public static Credentials ofCertificate(String alias) {
        return new Credentials("", "", alias);
    }

    /** The way to log in; a certificate comes before a name. */
    UserTokenType type() {
        if (!certificate.isEmpty()) {
            return UserTokenType.Certificate;
        }
        return user.isEmpty() ? UserTokenType.Anonymous : UserTokenType.UserName;
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return switch (type()) {
            case Certificate -> "certificate " + certificate;
            case UserName -> "user " + user;
            default -> "anonymous";
        };
    }
}
