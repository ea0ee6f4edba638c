/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.wire;

import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.ServiceReference;

/** Gives wire components what they need to take part in the graph. */
@ProviderType
public interface WireHelperService {

    WireSupport newWireSupport(WireComponent wireComponent, ServiceReference<WireComponent> wireComponentRef);
}
