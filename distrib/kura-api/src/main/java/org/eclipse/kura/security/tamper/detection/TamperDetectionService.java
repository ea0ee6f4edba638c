/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.security.tamper.detection;

import org.eclipse.kura.KuraException;
import org.osgi.annotation.versioning.ProviderType;

/** Says whether the device was tampered with. */
@ProviderType
public interface TamperDetectionService {

    String getDisplayName();

    TamperStatus getTamperStatus() throws KuraException;

    void resetTamperStatus() throws KuraException;
}
