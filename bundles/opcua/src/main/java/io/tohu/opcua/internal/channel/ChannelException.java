/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.channel;

/**
 * One channel cannot be served; the message says which node and why. Has no stack trace: a wrong channel fails with
 * every read, and where the code was does not help an operator.
 */
public final class ChannelException extends Exception {

    private static final long serialVersionUID = 1L;

    public ChannelException(String message) {
        super(message, null, false, false);
    }
}
