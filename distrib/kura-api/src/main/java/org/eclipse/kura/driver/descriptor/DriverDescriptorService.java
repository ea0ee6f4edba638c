/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.driver.descriptor;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Lists the descriptors of drivers. */
@ProviderType
public interface DriverDescriptorService {

    Optional<DriverDescriptor> getDriverDescriptor(String driverPid);

    List<DriverDescriptor> listDriverDescriptors();
}
