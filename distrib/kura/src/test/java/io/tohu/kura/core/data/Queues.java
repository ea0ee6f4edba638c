/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.data;

import io.tohu.kura.core.db.MemoryStores;
import io.tohu.kura.testing.Configs;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.data.DataTransportService;

/** Gives other packages' tests a queue. */
public final class Queues {

    private Queues() {}

    /** @return a queue that tries to connect every 50 ms */
    public static KuraDataService over(DataTransportService transport) {
        DataServiceConfig config = Configs.of(
                DataServiceConfig.class,
                Map.of("connect.auto-on-startup", true, "connect.retry-interval", 50, "enable.rate.limit", false));
        KuraDataService queue = new KuraDataService("data", transport, config, null, TimeUnit.MILLISECONDS);
        queue.setStore(MemoryStores.provider());
        return queue;
    }

    /** @param queue to stop */
    public static void stop(KuraDataService queue) {
        queue.deactivate();
    }
}
