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

/**
 * Who the driver is on the server.
 *
 * @param user user name; empty means anonymous
 * @param password password in clear text, empty when anonymous
 */
public record Credentials(String user, String password) {

    /** No user name: the server must accept anonymous sessions. */
    public static final Credentials ANONYMOUS = new Credentials("", "");

    /** Whether no user name is given. */
    public boolean anonymous() {
        return user.isEmpty();
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return anonymous() ? "anonymous" : "user " + user;
    }
}
