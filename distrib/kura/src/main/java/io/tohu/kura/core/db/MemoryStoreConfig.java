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
import org.osgi.service.metatype.annotations.AttributeType;
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

    @AttributeDefinition(name = "DB user", description = "Not used.")
    String db_user() default "SA";

    @AttributeDefinition(
            name = "DB password",
            description = "Not used.",
            type = AttributeType.PASSWORD,
            required = false)
    String db_password() default "";

    @AttributeDefinition(name = "Checkpoint interval", description = "Not used.", min = "5")
    int db_checkpoint_interval_seconds() default 900;

    @AttributeDefinition(name = "Defrag interval", description = "Not used.", min = "0")
    int db_defrag_interval_minutes() default 15;

    @AttributeDefinition(name = "Connection pool max size", description = "Not used.", min = "1")
    int db_connection_pool_max_size() default 10;
}
