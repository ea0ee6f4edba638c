/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.cloud;

/** Names of the properties of a message that is given to a cloud connection. */
enum MessageProperty {
    /** Whole topic, tokens included; instead of the parts. */
    FULL_TOPIC,
    /** Application id, String. */
    APP_ID,
    /** Topic below the application id, String. */
    APP_TOPIC,
    /** Quality of service, Integer. */
    QOS,
    /** Whether the broker keeps it, Boolean. */
    RETAIN,
    /** Urgency, Integer, 0 the most urgent. */
    PRIORITY,
    /** Whether it goes to the control topics, Boolean. */
    CONTROL
}
