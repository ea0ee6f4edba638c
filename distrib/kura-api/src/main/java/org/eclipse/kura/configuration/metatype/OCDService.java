/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.configuration.metatype;

import java.util.List;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.osgi.annotation.versioning.ProviderType;

/** Lists component definitions by what their services provide. */
@ProviderType
public interface OCDService {

    List<ComponentConfiguration> getFactoryComponentOCDs();

    ComponentConfiguration getFactoryComponentOCD(String factoryPid);

    List<ComponentConfiguration> getServiceProviderOCDs(Class<?>... classes);

    List<ComponentConfiguration> getServiceProviderOCDs(String... classNames);
}
