/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.cloudconnection.request;

/** Keys of the properties of a {@link RequestHandlerContext}. */
public enum RequestHandlerContextConstants {
    TENANT_ID,
    DEVICE_ID,
    NOTIFICATION_PUBLISHER_PID,
}
