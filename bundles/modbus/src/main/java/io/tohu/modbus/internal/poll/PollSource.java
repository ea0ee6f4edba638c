/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.poll;

import io.tohu.modbus.internal.channel.ChannelBatch;
import io.tohu.modbus.internal.channel.Target;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where polled values come from. */
public interface PollSource {

    ChannelBatch batch(List<? extends Target> targets);

    /**
     * Asks and never blocks.
     *
     * @return completes with what hands the values out, which may take long
     */
    CompletableFuture<Runnable> poll(ChannelBatch batch);
}
