/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.cloudconnection;

import org.osgi.annotation.versioning.ProviderType;

/** A connection to the cloud; declared as far as it is used: only Kura implements it. */
@ProviderType
public interface CloudConnectionManager {

    boolean isConnected();
}
