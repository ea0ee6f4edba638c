/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.db;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings that Kura's database has in a snapshot; here only the URL is looked at. */
@ObjectClassDefinition(
        id = MemoryStoreProvider.PID,
        name = "H2DbService",
        description = "Message store of the embedded gateway. Its messages are lost when the gateway stops.")
@interface MemoryStoreConfig {

    @AttributeDefinition(
            name = "DB connector URL",
            description = "jdbc:h2:mem:… keeps messages in memory. The embedded gateway knows no other store.")
    String db_connector_url() default "jdbc:h2:mem:kuradb";
}
