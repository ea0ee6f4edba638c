/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.link;

import java.util.concurrent.CompletableFuture;

/** Opens links over one kind of transport. */
public interface LinkFactory {

    /** Where the links lead, as an operator would say it. */
    String peer();

    /** What has to be done after a lost reply. Unless replies can be told apart, only one request may be open. */
    LostReply lostReply();

    /** Tries once. The future may complete exceptionally with any cause. */
    CompletableFuture<Link> open();
}
