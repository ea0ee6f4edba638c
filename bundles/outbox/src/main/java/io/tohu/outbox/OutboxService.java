/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox;

import java.util.SortedMap;
import org.osgi.annotation.versioning.ProviderType;

/** The figures of an outbox; its service has the {@code kura.service.pid} that the user gave it. */
@ProviderType
public interface OutboxService {

    /** The queues that are open, by name. The name is the pid of the data service that opened one. */
    SortedMap<String, OutboxStatus> status();
}
